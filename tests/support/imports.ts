import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { isShared, mayUsePackage, reachOf, roomOf } from './layers.ts';
import { impurities } from './purity.ts';

const MAX_LINES = 500;
const ROOMS = ['shared', 'server', 'client', 'tests'];
const TOOL_CONFIG = /^(tests\/prove\/mutation\/)?[\w.-]+\.config\.ts$/;

export interface Source {
  /** Relative to the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Arrow {
  readonly specifier: string;
  readonly line: number;
  /** Erased before anything runs. */
  readonly typeOnly: boolean;
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

function parse({ path, text }: Source): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
}

/** Visits a whole tree, the node itself first. */
function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** True when each imported name is a type, so that nothing of the module is needed at run time. */
function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) {
    const clause = node.exportClause;
    if (node.isTypeOnly) return true;
    return clause !== undefined && ts.isNamedExports(clause) && allTypes(clause.elements);
  }
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    allTypes(names.elements)
  );
}

function allTypes(names: readonly { readonly isTypeOnly: boolean }[]): boolean {
  return names.length > 0 && names.every((name) => name.isTypeOnly);
}

/** What a node asks to be loaded, if it does. */
function requestOf(node: ts.Node): { target: ts.Node | undefined; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    return { target: node.moduleSpecifier, typeOnly: isTypeOnly(node) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { target: node.moduleSpecifier, typeOnly: isTypeOnly(node) };
  }
  if (ts.isExternalModuleReference(node)) return { target: node.expression, typeOnly: false };
  if (ts.isImportTypeNode(node)) {
    const target = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return { target, typeOnly: true };
  }
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const loads =
      expression.kind === ts.SyntaxKind.ImportKeyword ||
      (ts.isIdentifier(expression) && expression.text === 'require');
    if (loads) return { target: node.arguments[0], typeOnly: false };
  }
  // new Worker(new URL('./x.ts', import.meta.url)) is an import in all but name.
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
    const target = node.arguments?.[0];
    const isModule = target && ts.isStringLiteralLike(target) && /\.tsx?$/.test(target.text);
    if (isModule) return { target, typeOnly: false };
  }
  return undefined;
}

function lineOf(node: ts.Node): number {
  const file = node.getSourceFile();
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

/** All arrows leaving a file; one whose target is computed has the specifier '?'. */
export function arrowsOf(source: Source): Arrow[] {
  return arrowsIn(parse(source));
}

function arrowsIn(file: ts.SourceFile): Arrow[] {
  const arrows: Arrow[] = [];
  walk(file, (node) => {
    const request = requestOf(node);
    if (request === undefined) return;
    const { target, typeOnly } = request;
    const specifier = target && ts.isStringLiteralLike(target) ? target.text : '?';
    arrows.push({ specifier, line: lineOf(node), typeOnly });
  });
  return arrows;
}

/** Why an arrow is forbidden, or undefined when it is allowed. */
function objection(path: string, room: string, { specifier, typeOnly }: Arrow): string | undefined {
  const relative = specifier.startsWith('.');
  if (!relative && !specifier.startsWith('/')) {
    return mayUsePackage(room, specifier) ? undefined : `${room} may not use '${specifier}'`;
  }
  const target = relative ? posix.join(posix.dirname(path), specifier) : specifier.slice(1);
  // Whoever prints the version reads it from here; it is data, not a module of the root.
  if (target === 'package.json' && !isShared(room)) return undefined;
  const other = roomOf(target);
  if (other === undefined) return `'${specifier}' leads out of the house`;
  const reach = reachOf(room, other);
  if (reach === 'value' || (reach === 'type' && typeOnly)) return undefined;
  return reach === 'type'
    ? `${room} may import only types from ${other} ('${specifier}')`
    : `${room} may not import ${other} ('${specifier}')`;
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

/** Everything the plan of the house forbids in one file, each as `path:line: what`. */
export function findingsIn(source: Source): string[] {
  const { path, text } = source;
  const findings: string[] = [];
  const report = (line: number, what: string) => findings.push(`${path}:${line}: ${what}`);

  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > MAX_LINES) report(MAX_LINES + 1, `${lines} lines; a file ends at ${MAX_LINES}`);
  if (path.endsWith('.css')) return findings;

  const room = roomOf(path);
  if (room === undefined) {
    report(1, 'belongs to no room of the house');
    return findings;
  }
  const file = parse(source);
  if (isBarrel(file)) report(1, 'only passes on exports (a barrel file)');
  for (const arrow of arrowsIn(file)) {
    const why = objection(path, room, arrow);
    if (why !== undefined) report(arrow.line, why);
  }
  walk(file, (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) report(lineOf(node), "the type 'any'");
    if (hasDefault(node) && !TOOL_CONFIG.test(path)) report(lineOf(node), 'a default export');
    if (!isShared(room)) return;
    for (const what of impurities(node)) report(lineOf(node), what);
  });
  return findings;
}

/**
 * Checks every source. An exception is the exact text of a finding without its line number;
 * one that excuses nothing any more is itself a finding, so the list can only shrink.
 */
export function check(sources: readonly Source[], exceptions: readonly string[] = []): string[] {
  const unused = new Set(exceptions);
  const findings = sources.flatMap(findingsIn).filter((finding) => {
    const excuse = finding.replace(/:\d+: /, ': ');
    unused.delete(excuse);
    return !exceptions.includes(excuse);
  });
  return [...findings, ...[...unused].map((excuse) => `no longer needed: ${excuse}`)];
}
