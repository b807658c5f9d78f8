import type { Reach } from './reach.ts';

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

const IN_CONTAINER = [
  '  컨테이너 안입니다. 교실에서는 이 컨테이너를 돌리는 컴퓨터의 주소와 공개한 포트로 여세요.',
  '  In a container: the class opens the address of the machine that runs it, at the published port.',
];

/** What is printed once the server is open. `base` is the path that the game lies under. */
export function banner({ here, others }: Reach, base: string, inContainer: boolean): string {
  const path = base === '/' ? '' : base;
  return [
    '',
    '  Hyperward',
    line('이 컴퓨터에서 · On this computer', `${here}${path}`),
    ...others.map((address, i) =>
      line(i === 0 ? '교실에서 · For the class' : '', `${address}${path}`),
    ),
    ...(inContainer ? IN_CONTAINER : []),
    line('끝내기 · To stop', 'Ctrl+C'),
    '',
    '',
  ].join('\n');
}
