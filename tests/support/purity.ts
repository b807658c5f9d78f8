import ts from 'typescript';

/** The clock, the scheduler and the outside: a match must be the same whenever and wherever it runs. */
const FORBIDDEN = new Set([
  'Date',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'globalThis',
]);

/** Exact in every engine. The rest of Math may differ in its last bit, or is random. */
const EXACT_MATH = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
]);

/** An order that depends on the machine's language is no order. */
const LOCALE_DEPENDENT = new Set(['localeCompare', 'toLocaleString']);

/** True for a name that stands for a value, not for a member, a label or a type. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isEnumMember(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent)
  );
}

function mathMember({ parent }: ts.Identifier): string {
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text;
  return '(as a whole)';
}

/** What makes a node unfit for the deterministic core. */
export function impurities(node: ts.Node): string[] {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const isPower =
      kind === ts.SyntaxKind.AsteriskAsteriskToken ||
      kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken;
    // 2 ** 53 is a constant with one exact value; a computed power is Math.pow.
    const isConstant = [node.left, node.right].every(
      (side) => ts.isNumericLiteral(side) || ts.isBigIntLiteral(side),
    );
    return isPower && !isConstant ? ['** is not exact'] : [];
  }
  if (!ts.isIdentifier(node)) return [];
  if (LOCALE_DEPENDENT.has(node.text)) return [`${node.text} depends on the locale`];
  if (!isReference(node)) return [];
  if (FORBIDDEN.has(node.text)) return [`${node.text} is not allowed in shared/`];
  if (node.text !== 'Math') return [];
  const member = mathMember(node);
  return EXACT_MATH.has(member) ? [] : [`Math.${member} is not allowed in shared/`];
}
