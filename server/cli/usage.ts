/** An option that a command cannot be run with, said to whoever typed it: one line, and no trace of the code. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError when an option is no whole number from 1 on */
export function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new UsageError(`--${name} takes a whole number from 1 on, not ${text}`);
  }
  return value;
}

/** What `parseArgs` says of an option that there is not, or of one without its value. */
const isUnparsed = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');

/** Runs a command. What was typed wrong ends it with 2 and says why; what is wrong in it is thrown on. */
export async function runCommand(main: () => void | Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof UsageError || isUnparsed(error))) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
