import { type AssetId, type HostId, NONE, seconds, type Tick, type VmId } from '../ids.ts';
import type { CalendarEntry, Plan } from '../people/calendar.ts';
import { draw } from '../random.ts';
import type { Names } from './names.ts';
import type { Person, Scenario, Wave } from './schema.ts';

/** Everything that people will do, by time and, for equals, in the order of the file. */
export function drawCalendar(scenario: Scenario, seed: number, names: Names): CalendarEntry[] {
  const single = scenario.people.map((person, i): CalendarEntry => {
    const [from, to] = person.at;
    return { ...planOf(person, names), tick: tickIn(seed, 'calendar', i, 0, from, to) };
  });
  const waves = scenario.waves.flatMap((wave, i) => drawWave(scenario, seed, names, wave, i));
  return [...single, ...waves].sort((a, b) => a.tick - b.tick);
}

function tickIn(
  seed: number,
  stream: string,
  subject: number,
  occasion: number,
  from: number,
  to: number,
): Tick {
  return Math.max(1, draw({ seed, stream, subject, occasion }, seconds(from), seconds(to)));
}

function planOf(person: Person, names: Names): Plan {
  const { at: _, ...rest } = person;
  switch (rest.kind) {
    case 'wants-vm':
    case 'autoscales':
      return { ...rest, tenant: names.id('tenant', rest.tenant), plan: names.plan(rest.plan) };
    case 'calls-api':
      return { ...rest, tenant: names.id('tenant', rest.tenant) };
    case 'advisory':
      return { ...rest, flaw: names.id('flaw', rest.flaw) };
    case 'policy-edit':
      return { ...rest, rule: names.rule(rest.rule) };
    case 'port-setting': {
      // The segment of a zone bears its number.
      const { zone, ...setting } = rest;
      return { ...setting, segment: names.id('zone', zone) };
    }
    case 'bakes-image': {
      const { kind, image, asset } = rest;
      const left = asset === undefined ? NONE : names.id<AssetId>('asset', asset);
      return { kind, image: names.id('image', image), left };
    }
    case 'copies':
      return { ...rest, asset: names.id('asset', rest.asset), host: rest.host as HostId };
    default:
      return rest as Plan;
  }
}

/** Each kind of thing spread over the wave: one in each equal part of it, at a drawn moment. */
function drawWave(
  scenario: Scenario,
  seed: number,
  names: Names,
  wave: Wave,
  subject: number,
): CalendarEntry[] {
  const vms = scenario.vms.length;
  const entries: CalendarEntry[] = [];
  const spread = (stream: string, count: number, make: (pick: Pick) => Plan | null): void => {
    for (let i = 0; i < count; i += 1) {
      const part = (wave.to - wave.from) / count;
      const from = Math.trunc(wave.from + part * i);
      const to = Math.trunc(wave.from + part * (i + 1));
      const pick: Pick = (what, most) =>
        draw({ seed, stream: `${stream}-${what}`, subject, occasion: i }, 1, most);
      const plan = make(pick);
      if (plan) entries.push({ ...plan, tick: tickIn(seed, stream, subject, i, from, to) });
    }
  };
  const vm = (pick: Pick): VmId => pick('vm', vms) as VmId;
  spread('creates', wave.creates, (pick) => {
    const wish = scenario.catalogue[pick('plan', scenario.catalogue.length) - 1];
    if (!wish) return null;
    const { tenant, plan } = wish;
    return { kind: 'wants-vm', tenant: names.id('tenant', tenant), plan: names.plan(plan) };
  });
  spread('grows', wave.grows, (pick) => ({
    kind: 'wants-more',
    vm: vm(pick),
    frames: pick('frames', 2),
  }));
  spread('removals', wave.removals, (pick) => ({ kind: 'wants-rid', vm: vm(pick) }));
  spread('moves', wave.moves, (pick) => ({
    kind: 'balances',
    vm: vm(pick),
    host: pick('host', scenario.hosts.length) as HostId,
  }));
  for (const kind of ['scan', 'backup'] as const) {
    spread(`${kind}s`, wave[`${kind}s`], (pick) => {
      const from = vm(pick);
      const peer = peerOf(scenario, from, pick);
      return peer === null ? null : { kind, vm: from, peer };
    });
  }
  return entries;
}

type Pick = (what: string, most: number) => number;

/** Another VM of the same tenant: nobody scans or backs up what is not theirs. */
function peerOf(scenario: Scenario, vm: VmId, pick: Pick): VmId | null {
  const own = scenario.vms[vm - 1]?.tenant;
  const peers = scenario.vms.flatMap((row, i) =>
    row.tenant === own && i + 1 !== vm ? [(i + 1) as VmId] : [],
  );
  return peers.length === 0 ? null : (peers[pick('peer', peers.length) - 1] ?? null);
}
