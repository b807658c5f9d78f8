import type { NetworkInterfaceInfo } from 'node:os';

/** Characters as a terminal draws them: Hangul and its like take two columns. */
function width(text: string): number {
  return [...text].reduce(
    (sum, c) => sum + (/[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]/u.test(c) ? 2 : 1),
    0,
  );
}

function line(label: string, value: string): string {
  return `  ${label}${' '.repeat(Math.max(1, 34 - width(label)))}${value}`;
}

/** Addresses at which others on the same network find this machine. */
export function lanAddresses(
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): string[] {
  return Object.values(interfaces)
    .flatMap((infos) => infos ?? [])
    .filter(({ family, internal, address }) => {
      // 169.254 is what a machine calls itself when it found no network.
      return family === 'IPv4' && !internal && !address.startsWith('169.254.');
    })
    .map(({ address }) => address);
}

/** What is printed once the server is open. */
export function banner(port: number, lan: readonly string[]): string {
  const addresses = lan.map((address, i) =>
    line(i === 0 ? '교실에서 · For the class' : '', `http://${address}:${port}`),
  );
  return [
    '',
    '  Hyperward',
    line('이 컴퓨터에서 · On this computer', `http://localhost:${port}`),
    ...addresses,
    line('끝내기 · To stop', 'Ctrl+C'),
    '',
    '',
  ].join('\n');
}
