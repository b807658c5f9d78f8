/** A cell that a spreadsheet would take for a formula begins like this, full width too; a nickname may. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // An apostrophe before it is what spreadsheets themselves use to mean text.
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as a file that spreadsheets open: with a byte order mark, without which some of them read
 * Hangul as Latin letters, and with nothing in it that they would run.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}
