import ts from 'typescript';

/** What can never be undefined or null makes these mean nothing; and what is no boolean, the last. */
const ABSENCE: Readonly<Record<string, ts.TypeFlags>> = {
  toBeDefined: ts.TypeFlags.Undefined,
  'not.toBeUndefined': ts.TypeFlags.Undefined,
  'not.toBeNull': ts.TypeFlags.Null,
  toBeTruthy: ts.TypeFlags.Undefined | ts.TypeFlags.Null,
};

const TEST = new Set(['test', 'it']);
const ENDLESS = 100;

/** An expectation: what is looked at, and the matcher with what stands before it: `not.toBe`. */
interface Expectation {
  readonly call: ts.CallExpression;
  readonly value: ts.Expression | undefined;
  readonly matcher: string | null;
  /** The call of the matcher. */
  readonly matched: ts.CallExpression | null;
}

/** Finds what cannot fail in tests. It needs their types: whether a value may be absent is theirs. */
export class VacuityCheck {
  readonly #checker: ts.TypeChecker;
  readonly #expects = new Map<ts.Node, boolean>();

  constructor(program: ts.Program) {
    this.#checker = program.getTypeChecker();
  }

  /** One sentence each, with the line. */
  findingsIn(file: ts.SourceFile): string[] {
    const findings: string[] = [];
    const report = (node: ts.Node, what: string): void => {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      findings.push(`${line + 1}: ${what}`);
    };
    walk(file, (node) => {
      const expectation = expectationOf(node);
      if (expectation) {
        const what = this.#vacuous(expectation);
        if (what) report(node, what);
      }
      const body = testBody(node);
      if (!body) return;
      if (!this.#expectsAnything(body)) report(node, 'a test that expects nothing');
      else if (!this.#expectsSurely(body)) report(node, 'a test that may come by no expectation');
    });
    return findings;
  }

  #vacuous({ value, matcher, matched }: Expectation): string | null {
    if (!value) return 'an expectation of nothing';
    if (matcher === null || matched === null) return 'an expectation without a matcher';
    if (isLiteral(value)) return `${value.getText()} is what it is`;
    const [bound] = matched.arguments;
    if (bound && bound.getText() === value.getText() && isPure(value)) {
      return `${value.getText()} is compared with itself`;
    }
    const absent = ABSENCE[matcher];
    if (absent !== undefined) {
      const type = this.#checker.getTypeAtLocation(value);
      const isObject = matcher !== 'toBeTruthy' || onlyObjects(type);
      if (isObject && !mayBe(type, absent)) return `${value.getText()} always is: ${matcher}`;
    }
    const counts = /\.(length|size)$/.test(value.getText());
    const least = bound?.getText();
    if (counts && matcher === 'toBeGreaterThanOrEqual' && least === '0')
      return 'no count is below 0';
    if (counts && matcher === 'toBeGreaterThan' && least === '-1') return 'no count is below 0';
    if (/(^|\.)(resolves|rejects)\./.test(matcher) && !isAwaited(matched)) {
      return 'nobody waits for what is expected';
    }
    return null;
  }

  /** Whether anything in it expects, by itself or by a function of the tests that it calls. */
  #expectsAnything(node: ts.Node): boolean {
    const known = this.#expects.get(node);
    if (known !== undefined) return known;
    this.#expects.set(node, false);
    let found = false;
    walk(node, (inner) => {
      found ||= ts.isCallExpression(inner) && this.#isExpecting(inner);
    });
    this.#expects.set(node, found);
    return found;
  }

  #isExpecting(call: ts.CallExpression): boolean {
    const { expression } = call;
    if (ts.isIdentifier(expression) && expression.text === 'expect') return true;
    const text = expression.getText();
    if (text === 'fc.assert' || text === 'assert' || text.startsWith('expect.')) return true;
    return this.#bodiesOf(expression).some((body) => this.#expectsAnything(body));
  }

  /** The bodies of the function that a name stands for, where it is one of the tests’ own. */
  #bodiesOf(name: ts.Expression): ts.Node[] {
    return (this.#symbolOf(name)?.declarations ?? []).flatMap((declaration): ts.Node[] => {
      if (!/\/tests\//.test(declaration.getSourceFile().fileName)) return [];
      if (ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)) {
        return declaration.initializer ? [declaration.initializer] : [];
      }
      const body =
        ts.isFunctionLike(declaration) && 'body' in declaration ? declaration.body : null;
      return body ? [body] : [];
    });
  }

  /** Whether an expectation is come by however things are: not only in a loop over what may be empty. */
  #expectsSurely(node: ts.Node): boolean {
    if (ts.isIfStatement(node)) {
      const { thenStatement, elseStatement, expression } = node;
      if (this.#expectsSurely(expression)) return true;
      return (
        elseStatement !== undefined &&
        this.#expectsSurely(thenStatement) &&
        this.#expectsSurely(elseStatement)
      );
    }
    if (ts.isForOfStatement(node)) {
      if (this.#expectsSurely(node.expression)) return true;
      return this.#hasElements(node.expression) && this.#expectsSurely(node.statement);
    }
    if (ts.isCallExpression(node)) {
      if (this.#isExpecting(node)) return true;
      const { expression } = node;
      const each =
        ts.isPropertyAccessExpression(expression) &&
        ['forEach', 'map', 'flatMap', 'filter', 'every', 'some'].includes(expression.name.text);
      if (each) {
        if (this.#expectsSurely(expression.expression)) return true;
        return (
          this.#hasElements(expression.expression) &&
          node.arguments.some((argument) => this.#expectsSurely(argument))
        );
      }
    }
    let sure = false;
    node.forEachChild((child) => {
      sure ||= this.#expectsSurely(child);
    });
    return sure;
  }

  /** What a name was given where it was made, if that was said there. */
  #initializerOf(name: ts.Identifier): ts.Expression | undefined {
    const symbol = this.#symbolOf(name);
    const declaration = symbol?.valueDeclaration;
    return declaration && ts.isVariableDeclaration(declaration)
      ? declaration.initializer
      : undefined;
  }

  #symbolOf(name: ts.Expression): ts.Symbol | undefined {
    const symbol = this.#checker.getSymbolAtLocation(name);
    const isAlias = symbol && symbol.flags & ts.SymbolFlags.Alias;
    return isAlias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  /** Whether there is anything in it for sure, as far as its text and its type tell. */
  #hasElements(list: ts.Expression): boolean {
    if (
      ts.isParenthesizedExpression(list) ||
      ts.isAsExpression(list) ||
      ts.isSatisfiesExpression(list)
    ) {
      return this.#hasElements(list.expression);
    }
    if (ts.isArrayLiteralExpression(list)) {
      return list.elements.some(
        (one) => !ts.isSpreadElement(one) || this.#hasElements(one.expression),
      );
    }
    const type = this.#checker.getTypeAtLocation(list);
    if (this.#checker.isTupleType(type)) {
      return (type as ts.TupleTypeReference).target.minLength > 0;
    }
    if (ts.isIdentifier(list)) {
      const value = this.#initializerOf(list);
      return value ? this.#hasElements(value) : false;
    }
    if (!ts.isCallExpression(list)) return false;
    const text = list.expression.getText();
    if (/^Object\.(keys|values|entries)$/.test(text)) {
      const [of] = list.arguments;
      if (!of) return false;
      const value = ts.isIdentifier(of) ? this.#initializerOf(of) : of;
      if (value && ts.isObjectLiteralExpression(value)) return value.properties.length > 0;
      return this.#checker.getTypeAtLocation(of).getProperties().length > 0;
    }
    if (text === 'Array.from') return /length: *[1-9A-Z]/.test(list.getText());
    const mapped = ts.isPropertyAccessExpression(list.expression) && list.expression;
    return mapped && ['map', 'entries', 'sort'].includes(mapped.name.text)
      ? this.#hasElements(mapped.expression)
      : false;
  }
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** The body of a test: the last argument of `test(…)` or `test.each(…)(…)`. */
function testBody(node: ts.Node): ts.Node | null {
  if (!ts.isCallExpression(node) || node.arguments.length < 2) return null;
  let root: ts.Expression = node.expression;
  for (let i = 0; i < ENDLESS; i += 1) {
    if (ts.isPropertyAccessExpression(root) || ts.isCallExpression(root)) root = root.expression;
    else if (ts.isTaggedTemplateExpression(root)) root = root.tag;
    else break;
  }
  if (!ts.isIdentifier(root) || !TEST.has(root.text)) return null;
  const body = node.arguments.find(
    (one) => ts.isArrowFunction(one) || ts.isFunctionExpression(one),
  );
  return body ?? null;
}

/** An `expect(…)` with all that hangs on it. */
function expectationOf(node: ts.Node): Expectation | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
  if (node.expression.text !== 'expect') return null;
  const words: string[] = [];
  let at: ts.Node = node;
  while (ts.isPropertyAccessExpression(at.parent) && at.parent.expression === at) {
    at = at.parent;
    words.push((at as ts.PropertyAccessExpression).name.text);
  }
  const called = ts.isCallExpression(at.parent) && at.parent.expression === at ? at.parent : null;
  const matcher = words.length > 0 && called ? words.join('.') : null;
  return { call: node, value: node.arguments[0], matcher, matched: called };
}

const isLiteral = (node: ts.Expression): boolean =>
  ts.isLiteralExpression(node) ||
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword ||
  node.kind === ts.SyntaxKind.NullKeyword;

/** A name, or fields of a name: read twice it is the same. */
const isPure = (node: ts.Expression): boolean =>
  ts.isIdentifier(node) || (ts.isPropertyAccessExpression(node) && isPure(node.expression));

function mayBe(type: ts.Type, what: ts.TypeFlags): boolean {
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Void | what))
    return true;
  if (type.flags & ts.TypeFlags.TypeParameter) return true;
  return type.isUnion() && type.types.some((one) => mayBe(one, what));
}

function onlyObjects(type: ts.Type): boolean {
  if (type.isUnion()) return type.types.every(onlyObjects);
  return (type.flags & ts.TypeFlags.Object) !== 0;
}

function isAwaited(call: ts.Node): boolean {
  const { parent } = call;
  // One that is given a name is waited for by it.
  const ways = [
    ts.isAwaitExpression,
    ts.isReturnStatement,
    ts.isArrowFunction,
    ts.isVariableDeclaration,
  ];
  if (ways.some((way) => way(parent))) return true;
  return ts.isArrayLiteralExpression(parent) ? isAwaited(parent.parent) : false;
}
