import type { Speaker } from '../../../shared/text/speak.ts';
import { cardsOf, waits } from '../../../shared/view/cards.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { cardTitle } from '../../state/match/cards.ts';
import { alertValues, assetName, hostName, tenantName, vmName } from '../../state/match/wording.ts';
import { wishTitle } from '../foot/wish.ts';
import { heldTitle, remainingSeconds } from '../traps/held-words.ts';

/** Something that has happened, as it is told to those who hear the screen. */
export interface Announcement {
  readonly key: string;
  readonly text: string;
  /** Interrupts what is being read. */
  readonly urgent: boolean;
}

interface Saying extends Omit<Announcement, 'text'> {
  readonly say: (speak: Speaker) => string;
}

/** Everything in a view that is news when it is new. */
function sayings(view: BlueView): readonly Saying[] {
  return [
    ...rowsOf(view, 'breaches').map((breach) => ({
      key: `breach/${breach.id}`,
      urgent: true,
      say: (t: Speaker) =>
        t(`ui.match.${breach.kind}Of`, {
          asset: assetName(t, view, breach.asset),
          victim: tenantName(t, view, breach.victim),
          host: hostName(breach.host),
          vm: vmName(breach.vm),
        }),
    })),
    ...rowsOf(view, 'alerts').map((alert) => ({
      key: `alert/${alert.id}`,
      urgent: false,
      say: (t: Speaker) => t(`alerts.${alert.seen.kind}.title`, alertValues(t, alert, view)),
    })),
    // A card that waits for nothing more, once for each time that it had grown.
    ...cardsOf(view)
      .filter((card) => card.kind === 'alert' && !waits(card))
      .map((card) => ({
        key: `closed/${card.key}/${card.at}`,
        urgent: false,
        say: (t: Speaker) => t('ui.match.dealtWith', { title: cardTitle(t, view, card) }),
      })),
    ...rowsOf(view, 'held').map((held) => ({
      key: `held/${held.id}`,
      urgent: true,
      say: (t: Speaker) =>
        t('ui.traps.announced', {
          vm: vmName(held.vm),
          what: heldTitle(t, held),
          seconds: remainingSeconds(held, view.tick),
        }),
    })),
    ...rowsOf(view, 'advisories').map(({ id, name }) => ({
      key: `advisory/${id}`,
      urgent: false,
      say: (t: Speaker) => `${t('ui.match.advisory')}: ${t(`flaws.${name}.name`)}`,
    })),
    ...rowsOf(view, 'requests')
      .filter(({ state }) => state === 'open')
      .map((request) => ({
        key: `request/${request.id}`,
        urgent: false,
        say: (t: Speaker) =>
          t('ui.match.newRequest', {
            tenant: tenantName(t, view, request.tenant),
            wish: wishTitle(t, request),
          }),
      })),
    ...rowsOf(view, 'match').map(({ phase }) => ({
      key: `phase/${phase}`,
      urgent: false,
      say: (t: Speaker) => t(`ui.match.${phase}`),
    })),
  ];
}

/** What a view has that was not told yet; from now on it was. */
export function newsIn(
  view: BlueView,
  heard: Set<string>,
  speak: Speaker,
): readonly Announcement[] {
  const news = sayings(view).filter(({ key }) => !heard.has(key));
  for (const { key } of news) heard.add(key);
  return news.map(({ key, urgent, say }) => ({ key, urgent, text: say(speak) }));
}
