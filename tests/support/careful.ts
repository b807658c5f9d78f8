import { type Answer, answersTo } from '../../shared/commands/answers.ts';
import { answers } from '../../shared/minds/defenders/clerk.ts';
import type { Defender, Look, Wish } from '../../shared/minds/defenders/defender.ts';
import { freeHands } from '../../shared/minds/defenders/reading.ts';
import { type Card, cardsOf, waits } from '../../shared/view/cards.ts';
import { rowsOf } from '../../shared/view/reading.ts';
import type { BlueView } from '../../shared/view/view.ts';
import type { RowRef } from '../../shared/world/fact.ts';

/** Ticks from one thing to the next: four seconds. */
const PACE = 20;

/** Whether that very thing is being done. */
const underWay = (view: BlueView, { command, args }: Wish): boolean =>
  rowsOf(view, 'jobs').some(
    (job) => job.command === command && JSON.stringify(job.args) === JSON.stringify(args),
  );

/** Whether an answer could be given now, as its button would say. */
function possible(look: Look, { command, args }: Wish): boolean {
  const [[name, id] = ['', 0]] = Object.entries(args).filter(([key]) =>
    ['vm', 'host', 'asset', 'segment', 'rule'].includes(key),
  );
  const subject = (name === 'rule' ? 'policies/1' : `${name}s/${id}`) as RowRef;
  return look(subject).some(
    (offer) =>
      offer.command === command &&
      offer.refusal === null &&
      JSON.stringify(Object.entries(offer.args).sort()) ===
        JSON.stringify(Object.entries(args).sort()),
  );
}

/** The order that a card itself offers first: what ends it, or a look; else it is put away. */
function answerOf(view: BlueView, look: Look, card: Card): Wish | null {
  if (card.kind === 'breach') {
    const { asset, host } = card.breach;
    return asset === 0
      ? { command: 'rebuild-host', args: { host } }
      : { command: 'close-breach', args: { asset } };
  }
  if (card.kind === 'advisory') {
    return mends(view, look);
  }
  const all = answersTo(view, card.alerts[0]);
  if (all.some((one) => underWay(view, one))) return null;
  const able = (one: Answer): boolean => one.kind === 'ignore' || possible(look, one);
  const [first] = all.filter(able);
  return first ?? null;
}

/** A patch of whatever is exposed, where one can be had. */
function mends(view: BlueView, look: Look): Wish | null {
  for (const table of ['hosts', 'vms'] as const) {
    for (const { id } of rowsOf(view, table)) {
      const patch = look(`${table}/${id}`).find(
        ({ command, refusal }) =>
          ['patch-host', 'patch-guest', 'restart-vm'].includes(command) && refusal === null,
      );
      if (patch && !underWay(view, patch)) return patch;
    }
  }
  return null;
}

/**
 * Somebody alone who reads the cards from the top and gives the answer that each offers, one thing
 * every four seconds, every other time a request; and scrubs, and pushes, when nothing waits.
 */
export const careful: Defender = (view, look) => {
  if (view.tick % PACE !== 0) return [];
  const hands = freeHands(view);
  const cards = cardsOf(view).filter(waits);
  const requests = answers(view, look, 'clean');
  const fromCards = cards.flatMap((card) => answerOf(view, look, card) ?? []);
  const mending = rowsOf(view, 'hosts').flatMap(({ id: host }) =>
    look(`hosts/${host}`).filter(
      ({ command, refusal }) =>
        refusal === null && ['scrub-frames', 'push-policy'].includes(command),
    ),
  );
  const turn = Math.trunc(view.tick / PACE) % 2;
  const order = turn === 0 ? [...requests, ...fromCards] : [...fromCards, ...requests];
  const all: Wish[] = [...order, ...mending].filter((wish) => !underWay(view, wish));
  const atOnce = ['quarantine-vm', 'acknowledge-alert'];
  const wish = all.find(({ command }) => hands > 0 || atOnce.includes(command));
  return wish ? [{ command: wish.command, args: wish.args }] : [];
};
