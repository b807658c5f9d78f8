import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type OneThing, oneThings } from '../../../shared/match/one-thing.ts';
import type { Blast } from '../../../shared/view/blast/blast.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { DEFAULT_PACE, type Pace } from '../../../shared/world/pace.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { loadPart } from '../../net/load.ts';
import { placeOf } from '../../state/match/counters.ts';
import { Cells } from './cells.tsx';
import { costWords, orderWords } from './trust-words.ts';

/** So many are told. */
const TOLD = 6;
/** Once one has looked so long at the same, and again as long after each time. Milliseconds. */
const PATIENCE = 250;
const AGAIN = 3000;

/** What the scenarios settle of prices and times: no view tells. */
const loadScenarios = () => import('../../../shared/course/scenarios/registry.ts');

/** Each counter in play by itself, and what it would leave, what changes nothing too. */
export function OneThings({ blast }: { blast: Blast }) {
  const { words, waiting } = useApp();
  const game = useGame();
  const things = useSignal<readonly OneThing[] | null>(null);
  const pace = useSignal<Pace | null>(null);
  const scenario = game.match.value?.scenario ?? '';
  const { kind, id } = blast.start;
  useEffect(() => {
    const part = loadPart(loadScenarios, waiting, () => {});
    part.result.then(
      ({ scenarios }) => {
        pace.value = { ...DEFAULT_PACE, ...scenarios[scenario]?.pace };
      },
      () => {},
    );
    return () => part.stop();
  }, [scenario, waiting]);
  const settled = pace.value;
  useEffect(() => {
    things.value = null;
    if (settled === null) return;
    const look = (): void => {
      const view = game.view.peek();
      if (view !== null) things.value = oneThings(view, { kind, id }, settled);
    };
    const soon = setTimeout(look, PATIENCE);
    const then = setInterval(look, AGAIN);
    return () => {
      clearTimeout(soon);
      clearInterval(then);
    };
  }, [game, kind, id, settled]);
  const view = game.view.value;
  if (view === null || blast.roads.length === 0) return null;
  const now = things.value;
  const t = (key: string) => words.say(`ui.trust.${key}`);
  return (
    <section class="one-things" aria-label={t('change')}>
      <h3 class="panel-title">{t('change')}</h3>
      {now === null && <p class="quiet">{t('thinking')}</p>}
      {now?.length === 0 && <p class="quiet">{t('nothingToChange')}</p>}
      <ul>
        {(now ?? []).slice(0, TOLD).map((thing) => (
          <Thing key={JSON.stringify(thing.orders)} view={view} thing={thing} blast={blast} />
        ))}
      </ul>
    </section>
  );
}

function Thing({ view, thing, blast }: { view: BlueView; thing: OneThing; blast: Blast }) {
  const { say } = useApp().words;
  const game = useGame();
  const { before, after, orders } = thing;
  const [first] = orders;
  const place = first === undefined ? null : placeOf(view, first);
  const body = (
    <>
      <b>{orderWords(say, view, thing)}</b>
      <small>{costWords(say, thing)}</small>
      <span class="thing-after">
        <Cells
          start={blast.startVms.length}
          fallen={after}
          spared={before - after}
          all={blast.vms}
        />
        <span class={`thing-count${after < before ? ' helps' : ''}`}>
          <span aria-hidden="true">{say('ui.trust.fromTo', { vms: before, left: after })}</span>
          <span class="unseen">{say('ui.trust.fromToSaid', { vms: before, left: after })}</span>
        </span>
      </span>
    </>
  );
  return (
    <li>
      {place === null ? (
        <div class="thing">{body}</div>
      ) : (
        <button type="button" class="thing" onClick={() => game.select(place)}>
          {body}
        </button>
      )}
    </li>
  );
}
