import './race.css';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { BILL_GROUPS } from '../../../shared/mechanics/cost/bill.ts';
import { publishedFor } from '../../../shared/mechanics/cost/published/lanes.ts';
import { SOURCES } from '../../../shared/mechanics/cost/published/sources.ts';
import { type RaceLane, reasonOf } from '../../../shared/mechanics/technique/race.ts';
import { figure } from '../../../shared/text/figure.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { lanesOn, type RunnerRow } from '../../../shared/view/race.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Technique } from '../../../shared/world/machine/vm.ts';
import { MIXES, WORKLOADS } from '../../../shared/world/machine/workload.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Modal } from '../../parts/modal.tsx';
import { hostName } from '../../state/match/wording.ts';
import { Eras } from './eras.tsx';
import { Lanes, type Numbered } from './lanes.tsx';
import { Prices } from './prices.tsx';
import { hardwareOf } from './race-words.ts';

interface RaceProps {
  readonly view: BlueView;
  /** Whose work it is: a VM, or what a request asks for. */
  readonly runner: RunnerRow;
  /** What it is called. */
  readonly name: string;
  /** Where and by what technique it runs now; `null`: it is only asked for. */
  readonly now: { readonly host: number; readonly technique: Technique } | null;
  /** Where there are several works to choose from: a choice of them. */
  readonly works?: ComponentChildren;
}

/** Opens the race of techniques at that work, where there is more than one to choose from. */
export function Race(props: RaceProps) {
  const { words } = useApp();
  const open = useSignal(false);
  const deck = rowOf(props.view, 'match', 1)?.deck ?? null;
  if (deck !== null && deck.techniques.length < 2) return null;
  return (
    <div class="race-open">
      <button
        type="button"
        class="button"
        title={words.say('ui.race.openNote')}
        onClick={() => (open.value = true)}
      >
        {words.say('ui.race.open')}
      </button>
      {open.value && <RaceSheet {...props} close={() => (open.value = false)} />}
    </div>
  );
}

function RaceSheet({ view, runner, name, now, works, close }: RaceProps & { close: () => void }) {
  const { words } = useApp();
  const hosts = rowsOf(view, 'hosts');
  const chosen = useSignal(now?.host ?? hosts.find((host) => runs(view, runner, host))?.id ?? 1);
  const host = rowOf(view, 'hosts', chosen.value) ?? hosts[0];
  if (host === undefined) return null;
  const lanes = lanesOn(view, runner, host);
  const here = now?.host === host.id ? now.technique : null;
  const mix = MIXES[WORKLOADS[runner.workload].mix];
  const published = lanes
    .filter(({ misfit }) => misfit === null)
    .flatMap(({ technique }) => publishedFor(mix, technique, host))
    .map((lane, i): Numbered => ({ ...lane, number: i + 1 }));
  const title = (
    <>
      {words.say('ui.race.title')}
      <small>{name}</small>
    </>
  );
  return (
    <Modal class="race" title={title} close={close} holds={useGame()}>
      <div class="race-head">
        {works}
        <fieldset class="race-hosts">
          <legend class="unseen">{words.say('ui.race.hosts')}</legend>
          {hosts.map((place) => (
            <label key={place.id} class={place.id === host.id ? 'chosen' : ''}>
              <input
                type="radio"
                name="race-host"
                checked={place.id === host.id}
                {...(place.id === host.id ? { 'data-first': true } : {})}
                onChange={() => (chosen.value = place.id)}
              />
              <b>
                {hostName(place.id)} {place.year}
              </b>
              <span>{hardwareOf(words.say, place)}</span>
              {place.id === now?.host && <em>{words.say('ui.race.own')}</em>}
            </label>
          ))}
        </fieldset>
        <p class="race-verdict" role="status">
          <Verdict lanes={lanes} host={host} here={here} />
        </p>
      </div>
      <div class="race-body">
        <section class="race-field" aria-label={words.say('ui.race.title')}>
          <ul class="race-legend" aria-hidden="true">
            {BILL_GROUPS.filter((group) => hasGroup(lanes, group)).map((group) => (
              <li key={group}>
                <i class={`race-part ${group}`} />
                {words.say(`ui.race.groups.${group}`)}
              </li>
            ))}
            {published.length > 0 && (
              <li>
                <i class="race-diamond" />
                {words.say('ui.race.published')}
              </li>
            )}
          </ul>
          <Lanes workload={runner.workload} lanes={lanes} now={here} published={published} />
          <p class="soft">{words.say('ui.race.per')}</p>
        </section>
        <div class="race-side">
          <Eras view={view} runner={runner} host={host} now={here} />
          <Sources published={published} />
        </div>
        <Prices workload={runner.workload} lanes={lanes} />
      </div>
      <div class="race-foot">
        <button type="button" class="button primary" onClick={close}>
          {words.say('ui.common.close')}
        </button>
      </div>
    </Modal>
  );
}

/** Whether some technique does the work right on a host. */
const runs = (view: BlueView, runner: RunnerRow, host: HostRow): boolean =>
  lanesOn(view, runner, host).some(({ right }) => right);

const hasGroup = (lanes: readonly RaceLane[], group: (typeof BILL_GROUPS)[number]): boolean =>
  lanes.some(
    ({ bill, misfit }) => misfit === null && bill.lines.some((line) => line.group === group),
  );

/** Which technique costs the least here, and why the one beside it does not: the largest difference. */
function Verdict(props: {
  readonly lanes: readonly RaceLane[];
  readonly host: HostRow;
  readonly here: Technique | null;
}) {
  const { lanes, host, here } = props;
  const { words } = useApp();
  const right = lanes.filter((lane) => lane.right);
  const [best, second] = right;
  const values = { host: hostName(host.id) };
  if (best === undefined) return <b>{words.say('ui.race.none', values)}</b>;
  const named = { ...values, technique: nameOf(words.say, best) };
  if (second === undefined) return <b>{words.say('ui.race.only', named)}</b>;
  const own = right.find(({ technique }) => technique === here && technique !== best.technique);
  const other = own ?? second;
  const reason = reasonOf(other.bill, best.bill);
  return (
    <>
      <b>{words.say('ui.race.best', named)}</b>
      {reason !== null && (
        <span>
          {words.say('ui.race.why', {
            name: nameOf(words.say, other),
            part: words.say(`ui.race.groups.${reason.group}`),
            cycles: figure(reason.more),
            what: words.say(`ui.race.operations.${reason.line.operation}`),
            count: figure(reason.line.count),
            price: figure(reason.line.price),
          })}
        </span>
      )}
    </>
  );
}

const nameOf = (say: Speaker, { technique }: RaceLane): string =>
  say(`ui.race.techniques.${technique}`);

/** Who published the figures, by their numbers. */
function Sources({ published }: { published: readonly Numbered[] }) {
  const { words } = useApp();
  return (
    <section class="race-sources">
      <h3>{words.say('ui.race.published')}</h3>
      {published.length === 0 && <p class="soft">{words.say('ui.race.unpublished')}</p>}
      <ol>
        {published.map(({ number, program, host, published: text, source, basis, technique }) => (
          <li key={number}>
            <b>[{number}]</b> {nameOf(words.say, { technique } as RaceLane)}
            {' · '}
            {words.say('ui.race.source', {
              name: program,
              year: host.year,
              platform: words.say(`names.platforms.${host.platform}`),
              cost: text,
              text: SOURCES[source],
            })}
            {basis === 'fitted' && `. ${words.say('ui.race.fitted')}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
