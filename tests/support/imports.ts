import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { isShared, roomOf } from './layers.ts';
import { impurities } from './purity.ts';

const MAX_LINES = 500;
const ROOMS = ['shared', 'server', 'client', 'tests'];
const TOOL_CONFIG = /^(tests\/prove\/mutation\/)?[\w.-]+\.config\.ts$/;

export interface Source {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every source the project owns: the rooms, and the tool configuration at the root. */
export function readSources(root: string): Source[] {
  const inRooms = ROOMS.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) =>
      posix.join(room, name.replaceAll('\\', '/')),
    ),
  );
  return [...readdirSync(root), ...inRooms]
    .filter((path) => /\.(tsx?|css)$/.test(path) && !path.includes('node_modules/'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The tree of a source. */
export function parse({ path, text }: Source): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
}

/** Visits a whole tree, the node itself first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/**
 * What loads a module so that dependency-cruiser does not see which: from a computed place, or by an
 * address, which is an import in all but name and so may reach no further than its own folder.
 */
function hiddenArrow(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const loads =
      expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(expression) && expression.text === 'require');
    const target = node.arguments[0];
    const isPlain = target !== undefined && ts.isStringLiteralLike(target);
    return loads && !isPlain ? 'an import of a computed module' : undefined;
  }
  // new Worker(new URL('./x.ts', import.meta.url))
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const target = node.arguments?.[0];
    if (target === undefined || !ts.isStringLiteralLike(target)) return undefined;
    const leaves = /\.tsx?$/.test(target.text) && !/^\.\/[^/]+$/.test(target.text);
    return leaves ? `the address of a module elsewhere ('${target.text}')` : undefined;
  }
  return undefined;
}

function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

function hasDefault(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false)
  );
}

/** A file that only passes on what others export: the reader must look one door further. */
function isBarrel(file: ts.SourceFile): boolean {
  const passesOn = file.statements.some((s) => ts.isExportDeclaration(s));
  return (
    passesOn && file.statements.every((s) => ts.isExportDeclaration(s) || ts.isImportDeclaration(s))
  );
}

/** Everything the plan of the project forbids in one file, each as `path:line: what`. */
export function findingsIn(source: Source): string[] {
  const { path, text } = source;
  const findings: string[] = [];
  const report = (line: number, what: string) => findings.push(`${path}:${line}: ${what}`);

  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > MAX_LINES) report(MAX_LINES + 1, `${lines} lines; a file ends at ${MAX_LINES}`);
  if (path.endsWith('.css')) return findings;

  const room = roomOf(path);
  if (room === undefined) {
    report(1, 'belongs to no folder of the project');
    return findings;
  }
  const file = parse(source);
  if (isBarrel(file)) report(1, 'only passes on exports (a barrel file)');
  walk(file, (node) => {
    const hidden = hiddenArrow(node);
    if (hidden !== undefined) report(lineOf(node), hidden);
    if (node.kind === ts.SyntaxKind.AnyKeyword) report(lineOf(node), "the type 'any'");
    if (hasDefault(node) && !TOOL_CONFIG.test(path)) report(lineOf(node), 'a default export');
    if (!isShared(room)) return;
    for (const what of impurities(node)) report(lineOf(node), what);
  });
  return findings;
}
