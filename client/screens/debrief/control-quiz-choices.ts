import { traits } from '../../../shared/commands/traits.ts';
import type { HarmReport, NeedInChain, Prevention } from '../../../shared/match/report.ts';
import { byWorth, works } from '../../../shared/match/worth.ts';

/** One answer to "what would have stopped it?". */
export interface Choice {
  readonly command: string;
  /** What it would have done, when it was proved to prevent the harm; `null`: it is a wrong answer. */
  readonly proof: { readonly prevention: Prevention; readonly need: NeedInChain } | null;
  /** A wrong answer that was run and changed nothing; otherwise it touches none of the needs. */
  readonly tried: boolean;
}

const MOST = 4;
const MOST_RIGHT = 2;
const MOST_TRIED = 1;

/**
 * Up to four commands for a harm, those that are proved to prevent it among them, in an order that
 * the match's own hash decides. Empty while nothing is proved to prevent it.
 * @param deck commands of the match
 */
export function choicesFor(
  harm: HarmReport,
  deck: readonly string[],
  hash: string,
): readonly Choice[] {
  const rank = (command: string): number => spread(`${hash} ${harm.seq} ${command}`);
  const byRank = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1);
  const found = harm.needs.flatMap((need) =>
    need.preventions.map((prevention) => ({ prevention, need })),
  );
  const helps = found.filter(({ prevention }) => works(prevention));
  const best = new Map<string, (typeof helps)[number]>();
  for (const proof of helps) {
    const known = best.get(proof.prevention.command);
    if (known !== undefined && byWorth(known.prevention, proof.prevention) <= 0) continue;
    best.set(proof.prevention.command, proof);
  }
  const right = [...best.values()]
    .sort((a, b) => byWorth(a.prevention, b.prevention))
    .slice(0, MOST_RIGHT)
    .map((proof): Choice => ({ command: proof.prevention.command, proof, tried: false }));
  if (right.length === 0) return [];

  const wrong = (command: string, tried: boolean): Choice => ({ command, proof: null, tried });
  const tried = [...new Set(found.map(({ prevention }) => prevention.command))]
    .filter((command) =>
      found.every(
        ({ prevention }) => prevention.command !== command || prevention.outcome === 'same',
      ),
    )
    .sort(byRank)
    .slice(0, MOST_TRIED)
    .map((command) => wrong(command, true));
  const touches = new Set(harm.needs.flatMap(({ counters }) => counters));
  const idle = [...new Set(deck)]
    .filter((command) => !touches.has(command) && traits[command]?.blunt !== true)
    .sort(byRank)
    .map((command) => wrong(command, false));
  return [...right, ...tried, ...idle].slice(0, MOST).sort((a, b) => byRank(a.command, b.command));
}

/** FNV-1a: texts that differ a little get numbers that differ a lot. */
function spread(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}
