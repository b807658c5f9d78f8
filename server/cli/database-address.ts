const SCHEME = /^postgres(?:ql)?:\/\//i;

/** Characters that mean something in an address: within a name or a password they are written as codes. */
const RESERVED = /[/?#[\]\\\s"<>^`{|}]/g;

const codeOf = (character: string): string => encodeURIComponent(character);

/** What stands before the host, as far as anyone can mean it: the last `@` is the one that counts. */
function userOf(rest: string): string {
  const at = rest.lastIndexOf('@');
  if (at < 0) return '';
  const before = rest.slice(0, at);
  // `host/class?options=a@b` names no user.
  return /^[^/?#@]*\/[^?#]*\?/.test(before) && URL.canParse(`postgres://${rest}`) ? '' : before;
}

/**
 * What is wrong with the address of a database, in one sentence that shows nothing of the password;
 * `null` when it can be used.
 */
export function databaseProblem(text: string): string | null {
  if (!SCHEME.test(text)) return 'DATABASE_URL must be an address that begins with postgres://.';
  const user = userOf(text.replace(SCHEME, ''));
  const reserved = [...new Set(user.match(RESERVED) ?? [])];
  if (reserved.length > 0) {
    const codes = reserved.map((one) => `${/\s/.test(one) ? 'a space' : one} as ${codeOf(one)}`);
    return `DATABASE_URL: in its user or password write ${codes.join(', ')}.`;
  }
  if (/%(?![0-9a-f]{2})/i.test(user))
    return 'DATABASE_URL: in its user or password write % as %25.';
  if (!URL.canParse(text)) {
    return 'DATABASE_URL must be postgres://user:password@host:port/database; its host or port cannot be read.';
  }
  return null;
}
