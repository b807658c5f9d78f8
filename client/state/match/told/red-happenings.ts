import { redRow, redRows } from '../../../../shared/view/red/red-reading.ts';
import type { CardRow, KnownVmRow, KnownWay } from '../../../../shared/view/red/red-rows.ts';
import type { RedTeamView } from '../../../../shared/view/red/red-team.ts';
import { FLAW_NAMES } from '../../../../shared/world/flaws/registry.ts';
import { isAtLeast } from '../../../../shared/world/machine/vm.ts';
import type { Mood, Told } from './told.ts';

const MOODS = {
  arrived: 'good',
  unserved: 'warn',
  out: 'warn',
  shallower: 'warn',
  back: 'good',
  started: 'good',
  stopped: 'warn',
  gone: 'warn',
  'host-lost': 'warn',
  newer: 'warn',
  older: 'good',
  technique: 'plain',
  platform: 'plain',
  devices: 'plain',
  shut: 'warn',
  opened: 'good',
  apart: 'warn',
  together: 'good',
  'need-fails': 'warn',
  unmet: 'warn',
  published: 'good',
  rested: 'good',
} as const satisfies Readonly<Record<string, Mood>>;

type RedHappeningKind = keyof typeof MOODS;

/**
 * Something that has become otherwise in what attackers know. Values of its sentence: `vm` and `from`
 * by their own numbers, `part` a column of builds, `build`, `power`, `technique`, `platform`, `need`,
 * `flaw`.
 */
export type RedHappening = Told<RedHappeningKind>;

export const redMoodOf = ({ kind }: Pick<RedHappening, 'kind'>): Mood => MOODS[kind];

/** The parts of a VM of which they may know how old it is. */
export const BUILDS = ['hostBuild', 'deviceBuild', 'kernelBuild', 'serviceBuild'] as const;

/**
 * What is otherwise in the attackers' view than in an earlier one of the same match, without what only
 * comes to be known: that is the news of their own acts.
 */
export function redHappened(before: RedTeamView, after: RedTeamView): readonly RedHappening[] {
  const found: RedHappening[] = [];
  const tell: Tell = (kind, vm, values = {}) => {
    const at = vm === 0 || kind === 'gone' ? null : (`knownVms/${vm}` as const);
    found.push({ tick: after.tick, kind, at, values: { ...(vm === 0 ? {} : { vm }), ...values } });
  };
  if (after.tables.knownVms !== before.tables.knownVms) knownVms(before, after, tell);
  team(before, after, tell);
  if (after.tables.cards !== before.tables.cards) needs(before, after, found, tell);
  return found;
}

type Tell = (
  kind: RedHappeningKind,
  vm: number,
  values?: Readonly<Record<string, number | string>>,
) => void;

function knownVms(before: RedTeamView, after: RedTeamView, tell: Tell): void {
  for (const now of redRows(after, 'knownVms')) {
    const was = redRow(before, 'knownVms', now.id);
    if (was === null) {
      if (now.own) tell('arrived', now.id);
      continue;
    }
    if (was === now) continue;
    if (was.power !== now.power && now.power === 'gone') {
      if (!givesBack(before, now.id)) tell('gone', now.id);
      continue;
    }
    standing(before, after, was, now, tell);
    noted(was, now, tell);
    for (const way of now.ways) {
      const old = was.ways.find(({ from }) => from === way.from);
      if (old !== undefined) ways(old, way, now.id, tell);
    }
  }
}

/** What they rent and give back themselves is gone because they wanted it so. */
const givesBack = (before: RedTeamView, vm: number): boolean =>
  redRows(before, 'strikes').some(
    ({ attack, args }) => attack === 'entry-return' && args.vm === vm,
  );

/** How far in they are, and whether it runs: they can tell both without doing anything. */
function standing(
  before: RedTeamView,
  after: RedTeamView,
  was: KnownVmRow,
  now: KnownVmRow,
  tell: Tell,
): void {
  if (!isAtLeast(now.ring, was.ring)) tell(now.ring === 'none' ? 'out' : 'shallower', now.id);
  if (!isAtLeast(was.ring, now.ring) && !wentIn(before, after, now.id)) tell('back', now.id);
  const known = was.power !== 'unknown' && now.power !== 'unknown';
  if (known && was.power !== now.power) {
    tell(now.power === 'running' ? 'started' : 'stopped', now.id, { power: now.power });
  }
  if (was.hostTaken > 0 && now.hostTaken === 0) tell('host-lost', now.id);
}

/** Whether they have got further into it by an act of theirs. */
const wentIn = (before: RedTeamView, after: RedTeamView, vm: number): boolean =>
  redRows(after, 'news').some(
    (row) => row.kind === 'foothold' && row.vm === vm && row.tick > before.tick,
  );

/** What another look found to be otherwise than they had noted it. */
function noted(was: KnownVmRow, now: KnownVmRow, tell: Tell): void {
  for (const part of BUILDS) {
    const [old, build] = [was[part], now[part]];
    if (old === null || build === null || old === build) continue;
    tell(build > old ? 'newer' : 'older', now.id, { part, build });
  }
  for (const field of ['technique', 'platform'] as const) {
    const value = now[field];
    if (was[field] !== null && value !== null && was[field] !== value) {
      tell(field, now.id, { [field]: value });
    }
  }
  if (was.devices !== null && now.devices !== null && was.devices.join() !== now.devices.join()) {
    tell('devices', now.id);
  }
}

function ways(was: KnownWay, now: KnownWay, vm: number, tell: Tell): void {
  const { from } = now;
  if (was.reach !== null && now.reach !== null && was.reach !== now.reach) {
    tell(now.reach ? 'opened' : 'shut', vm, { from });
  }
  if (was.sameHost !== null && now.sameHost !== null && was.sameHost !== now.sameHost) {
    tell(now.sameHost ? 'together' : 'apart', vm, { from });
  }
}

function team(before: RedTeamView, after: RedTeamView, tell: Tell): void {
  const [was, now] = [redRow(before, 'redTeam', 1), redRow(after, 'redTeam', 1)];
  if (was === null || now === null) return;
  for (const flaw of FLAW_NAMES) {
    const isNew = was.flaws[flaw] === undefined && now.flaws[flaw] !== undefined;
    if (isNew) tell('published', 0, { flaw });
  }
  if (was.waiting && !now.waiting && !gotOne(before, after)) tell('unserved', 0);
  if (now.restsUntil > before.tick && now.restsUntil <= after.tick) tell('rested', 0);
}

/** Whether what they asked for has come: a request is answered once its VM runs. */
const gotOne = (before: RedTeamView, after: RedTeamView): boolean =>
  redRows(after, 'knownVms').some(({ id, own, power }) => {
    const was = redRow(before, 'knownVms', id);
    return own && (was === null || (was.power === 'provisioning' && power === 'running'));
  });

/**
 * What attacks take and is true no longer. Where something of the VM itself was told, that is why; and
 * what several attacks take is told once.
 */
function needs(
  before: RedTeamView,
  after: RedTeamView,
  found: readonly RedHappening[],
  tell: Tell,
): void {
  const told = new Set(found.map(({ values }) => values.vm));
  const said = new Set<string>();
  for (const now of redRows(after, 'cards')) {
    const was = redRow(before, 'cards', now.id);
    const { vm = now.args.from ?? 0, from = vm } = now.args;
    if (was === null || was === now || told.has(vm) || told.has(from)) continue;
    for (const need of failing(was, now)) {
      const key = `${vm} ${need}`;
      if (!said.has(key)) tell(vm === 0 ? 'unmet' : 'need-fails', vm, { need });
      said.add(key);
    }
  }
}

const failing = (was: CardRow, now: CardRow): readonly string[] =>
  now.needs
    .filter(
      ({ need, chip }) =>
        chip === 'false' && was.needs.some((old) => old.need === need && old.chip === 'true'),
    )
    .map(({ need }) => need);
