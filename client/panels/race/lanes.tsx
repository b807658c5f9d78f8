import {
  BILL_GROUPS,
  type Bill,
  byGroup,
  nativeBill,
} from '../../../shared/mechanics/cost/bill.ts';
import type { PublishedLane } from '../../../shared/mechanics/cost/published/lanes.ts';
import type { RaceLane } from '../../../shared/mechanics/technique/race.ts';
import { figure } from '../../../shared/text/figure.ts';
import type { Technique } from '../../../shared/world/machine/vm.ts';
import type { WorkloadName } from '../../../shared/world/machine/workload.ts';
import { useApp } from '../../app-context.ts';
import { lineText, multiple } from './race-words.ts';

/** A published figure with its number in the list of sources. */
export type Numbered = PublishedLane & { readonly number: number };

interface LanesProps {
  readonly workload: WorkloadName;
  readonly lanes: readonly RaceLane[];
  /** By which technique it is run on this host now. */
  readonly now: Technique | null;
  readonly published: readonly Numbered[];
}

/** Permille of the native cost that the scale goes to at the most: a bar beyond it is cut. */
const SCALE_MOST = 2600;
const SCALE_LEAST = 1500;
/** Percent of the scale from which a part of a bar has room for its figure. */
const ROOM = 9;

/** To where the scale goes: what is not far beyond the others is on it. */
function scaleOf(costs: readonly number[]): number {
  const shown = costs.filter((cost) => cost <= SCALE_MOST);
  return Math.max(SCALE_LEAST, ...shown.map((cost) => Math.round(cost * 1.04)));
}

/** Lanes of one scale: the metal first, then every technique by what it costs here. */
export function Lanes({ workload, lanes, now, published }: LanesProps) {
  const { words } = useApp();
  const scale = scaleOf([
    ...lanes.filter(({ misfit }) => misfit === null).map(({ cost }) => cost),
    ...published.map(({ high }) => high),
  ]);
  const native = nativeBill(workload);
  const ranks = new Map(
    lanes.filter(({ right }) => right).map(({ technique }, i) => [technique, i + 1]),
  );
  return (
    <ol class="race-lanes" style={{ '--one': `${(100_000 / scale).toFixed(2)}%` }}>
      <li class="race-lane native">
        <span class="race-rank" />
        <span class="race-name">
          <b>{words.say('ui.race.native')}</b>
          <small>{words.say('ui.race.nativeNote')}</small>
        </span>
        <StackedBar bill={native} scale={scale} />
        <b class="race-cost">{words.say('ui.race.times', { cost: multiple(1000) })}</b>
      </li>
      {lanes.map((lane) => (
        <Lane
          key={lane.technique}
          lane={lane}
          rank={ranks.get(lane.technique) ?? null}
          native={native}
          scale={scale}
          now={lane.technique === now}
          published={published.filter(({ technique }) => technique === lane.technique)}
        />
      ))}
    </ol>
  );
}

interface LaneProps {
  readonly lane: RaceLane;
  /** Its place among those that do the work right. */
  readonly rank: number | null;
  readonly native: Bill;
  readonly scale: number;
  readonly now: boolean;
  readonly published: readonly Numbered[];
}

function Lane({ lane, rank, native, scale, now, published }: LaneProps) {
  const { words } = useApp();
  const { technique, bill, cost, misfit, lacking, right } = lane;
  const name = (
    <span class="race-name">
      <b>{words.say(`ui.race.techniques.${technique}`)}</b>
      {now && <em>{words.say('ui.race.now')}</em>}
    </span>
  );
  if (misfit !== null) {
    return (
      <li class="race-lane out">
        <span class="race-rank">–</span>
        {name}
        <span class="race-note">{words.say(`names.misfits.${misfit}`)}</span>
      </li>
    );
  }
  return (
    <li class={`race-lane${now ? ' now' : ''}${right ? '' : ' wrong'}`}>
      <span class="race-rank">{rank ?? '–'}</span>
      {name}
      <StackedBar bill={bill} scale={scale} />
      <b class="race-cost">{words.say('ui.race.times', { cost: multiple(cost) })}</b>
      <Figures published={published} scale={scale} />
      <span class="race-note">
        {lacking.map((device) => (
          <span key={device} class="warn-ink">
            {words.say('ui.race.lacks', { device: words.say(`names.devices.${device}`) })}
          </span>
        ))}
        {dearestLines(bill, native).map((line) => (
          <span key={`${line.group} ${line.operation}`}>{lineText(words.say, line)}</span>
        ))}
      </span>
    </li>
  );
}

/** So many lines of a bill are said beside its bar. */
const SAID = 2;

/** The lines by which a bill is above the metal's the most. */
function dearestLines(bill: Bill, native: Bill): Bill['lines'] {
  const nativeOf = (operation: string, group: string): number =>
    native.lines.find((line) => line.operation === operation && line.group === group)?.cycles ?? 0;
  return bill.lines
    .map((line) => ({ line, more: line.cycles - nativeOf(line.operation, line.group) }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
    .slice(0, SAID)
    .map(({ line }) => line);
}

/** A bill as a bar: each group as long as it is dear. */
function StackedBar({ bill, scale }: { bill: Bill; scale: number }) {
  const { words } = useApp();
  const groups = byGroup(bill);
  const percentOf = (cycles: number): number => (cycles * 100_000) / (bill.native * scale);
  const cut = percentOf(bill.cycles) > 100;
  const beside = bill.cycles - groups.ordinary;
  // Of a bar that is cut it is the ordinary part that is shortened: the others keep their length.
  const ordinary = cut ? Math.max(30, 100 - percentOf(beside)) : percentOf(groups.ordinary);
  const widthOf = (group: (typeof BILL_GROUPS)[number]): number =>
    group === 'ordinary' ? ordinary : percentOf(groups[group]);
  return (
    <span class={`race-bar${cut ? ' cut' : ''}`} aria-hidden="true">
      {BILL_GROUPS.filter((group) => groups[group] > 0).map((group) => (
        <i
          key={group}
          class={`race-part ${group}`}
          style={{ width: `${widthOf(group).toFixed(2)}%` }}
          title={`${words.say(`ui.race.groups.${group}`)}: ${figure(groups[group])}`}
        >
          {widthOf(group) >= ROOM && <span>{figure(Math.round(groups[group] / 1000))}k</span>}
        </i>
      ))}
    </span>
  );
}

/** What was published of it, where it stands on the scale. */
function Figures({ published, scale }: { published: readonly Numbered[]; scale: number }) {
  const { words } = useApp();
  if (published.length === 0) return null;
  const at = (permille: number): string => `${Math.min(100, (permille * 100) / scale).toFixed(2)}%`;
  return (
    <span class="race-figures">
      {published.map(({ number, published: text, low, high }) => (
        <span key={number} class="race-figure">
          <i class="race-span" style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
          <i class="race-diamond" style={{ left: at(low) }} />
          {high > low && <i class="race-diamond" style={{ left: at(high) }} />}
          <span class="unseen">{words.say('ui.race.publishedOf', { cost: text, number })}</span>
          <small class="race-number" aria-hidden="true" style={{ left: at(high) }}>
            {text} [{number}]
          </small>
        </span>
      ))}
    </span>
  );
}
