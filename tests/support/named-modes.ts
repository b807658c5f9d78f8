import ts from 'typescript';
import { parse, type Source, walk } from './imports.ts';

/** A value that is given as a mode, such as settings to begin with: it names one and asks nothing. */
function isGiven({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'mode';
}

/** Modes that are the keys of one object or type: a table of what each is. */
function keysOf(node: ts.Node, ids: ReadonlySet<string>): string[] {
  const members = ts.isObjectLiteralExpression(node)
    ? node.properties
    : ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node)
      ? node.members
      : [];
  return [...members].flatMap(({ name }) => {
    const key = name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : '';
    return ids.has(key) ? [key] : [];
  });
}

/** The mode that a node asks for by its id, by its record in the registry or by its file. */
function askedBy(node: ts.Node, ids: ReadonlySet<string>): string | undefined {
  if (ts.isStringLiteralLike(node)) {
    const file = /(?:^|\/)modes\/([\w-]+)\.ts$/.exec(node.text)?.[1];
    const id = file ?? node.text;
    return ids.has(id) && !isGiven(node) ? id : undefined;
  }
  const isRecord = ts.isPropertyAccessExpression(node) && node.expression.getText() === 'modes';
  return isRecord && ids.has(node.name.text) ? node.name.text : undefined;
}

/** Where a source asks which mode it is, each as `path: id`. Whoever asks is to be told by a record. */
export function modesNamedIn(source: Source, ids: ReadonlySet<string>): string[] {
  if (![...ids].some((id) => source.text.includes(id))) return [];
  const found: string[] = [];
  walk(parse(source), (node) => {
    const keys = keysOf(node, ids);
    const asked = askedBy(node, ids);
    if (keys.length > 1) found.push(...keys);
    if (asked !== undefined) found.push(asked);
  });
  return found.map((id) => `${source.path}: ${id}`);
}
