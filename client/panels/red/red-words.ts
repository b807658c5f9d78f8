import { clockOf } from '../../../shared/text/clock.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import type {
  CardRow,
  KnownVmRow,
  NewsRow,
  RedTeamRow,
} from '../../../shared/view/red/red-rows.ts';
import type { RedTeamView } from '../../../shared/view/red/red-team.ts';
import type { Component } from '../../../shared/world/flaws/record.ts';
import { FLAW_NAMES, flaws } from '../../../shared/world/flaws/registry.ts';
import { BUILDS, type RedHappening } from '../../state/match/told/red-happenings.ts';
import { attackName, knownVmName } from '../../state/red/names.ts';
import { depthWord } from '../../state/red/red.ts';

export function needName(say: Speaker, need: string): string {
  return say(`needs.${need}.short`);
}

/** Where an act is done from and to whom: `임대 2 → 표적 5`; '' when it is about nothing known. */
export function aboutName(say: Speaker, view: RedTeamView | null, args: CardRow['args']): string {
  const { from, vm } = args;
  const name = (id: number): string => knownVmName(say, view, id);
  if (vm === undefined) return from === undefined ? '' : say('ui.red.from', { name: name(from) });
  return from === undefined ? name(vm) : `${name(from)} → ${name(vm)}`;
}

const GAINS = {
  vm: 'gainVm',
  frames: 'gainFrames',
  ring: 'gainRing',
  loot: 'gainLoot',
  host: 'gainHost',
  outage: 'gainOutage',
  notes: 'gainNotes',
} as const satisfies Record<CardRow['gain'], string>;

export const gainName = (say: Speaker, gain: CardRow['gain']): string =>
  say(`ui.red.${GAINS[gain]}`);

export function powerName(say: Speaker, power: KnownVmRow['power']): string {
  if (power === 'unknown') return say('ui.red.fog');
  return power === 'gone' ? say('ui.red.gone') : say(`names.power.${power}`);
}

/** Which flaws that they know a build has, by name, the names joined; '' when it has none. */
export function flawsOf(
  say: Speaker,
  { flaws: known }: Pick<RedTeamRow, 'flaws'>,
  components: readonly Component[],
  build: number,
): string {
  return FLAW_NAMES.filter((name) => {
    const fixedIn = known[name];
    return fixedIn !== undefined && build < fixedIn && components.includes(flaws[name].component);
  })
    .map((name) => say(`flaws.${name}.name`))
    .join(' · ');
}

/** What a column shows of a VM, in words, for whoever does not see the board. */
export function knownVmSaid(say: Speaker, row: KnownVmRow): string {
  const unknown = (what: 'power' | 'technique'): string =>
    `${say(`ui.red.${what}`)}: ${say('ui.red.fog')}`;
  return [
    row.own ? say('ui.red.rented') : '',
    say(`ui.red.${depthWord(row)}`),
    row.power === 'unknown' ? unknown('power') : powerName(say, row.power),
    row.hostTaken > 0 ? say('ui.red.takenAt', { time: clockOf(row.hostTaken) }) : '',
    row.technique === null ? unknown('technique') : say(`names.techniquesInFull.${row.technique}`),
  ]
    .filter((part) => part !== '')
    .join('. ');
}

const HEADS = {
  learned: 'learned',
  nothing: 'nothing',
  failed: 'failed',
  foothold: 'foothold',
  host: 'host',
  outage: 'outage',
  loot: 'lootTaken',
  evicted: 'evicted',
  'host-lost': 'evicted',
} as const satisfies Record<NewsRow['kind'], string>;

/** What kind of news it is, in a word. */
export const newsHead = (say: Speaker, { kind }: NewsRow): string => say(`ui.red.${HEADS[kind]}`);

/** The news itself: what failed says which precondition was false, and how. */
export function newsBody(say: Speaker, view: RedTeamView | null, news: NewsRow): string {
  const attack = attackName(say, news.attack);
  const name = knownVmName(say, view, news.vm);
  const where = news.vm === 0 ? '' : `${name} · `;
  const why = news.need === '' ? '' : say(`needs.${news.need}.failed`);
  switch (news.kind) {
    case 'learned': {
      if (news.need === '') return where + say('ui.red.learnedBody', { attack });
      const need = needName(say, news.need);
      const key = news.holds === true ? 'needHolds' : 'needFails';
      return where + say(`ui.red.${key}`, { need, why });
    }
    case 'failed':
      return where + say(`ui.red.${why === '' ? 'nothingBody' : 'failedBody'}`, { attack, why });
    case 'nothing':
      return where + say('ui.red.nothingBody', { attack });
    case 'foothold':
      return say('ui.red.footholdBody', { name });
    case 'host':
      return say('ui.red.hostBody', { name });
    case 'outage':
      return say('ui.red.outageBody');
    case 'loot':
      return say('ui.red.lootBody', {
        asset: news.asset === '' ? say('ui.red.gainLoot') : say(`names.assets.${news.asset}`),
      });
    case 'evicted':
      return say('ui.red.evictedBody', { name });
    case 'host-lost':
      return say('ui.red.hostLostBody', { name });
  }
}

const PARTS = {
  hostBuild: 'hypervisor',
  deviceBuild: 'deviceBuild',
  kernelBuild: 'kernelBuild',
  serviceBuild: 'service',
} as const satisfies Record<(typeof BUILDS)[number], string>;

const isPart = (part: unknown): part is keyof typeof PARTS => BUILDS.some((name) => name === part);

/** What has become otherwise, in a short sentence. */
export function happenedText(
  say: Speaker,
  view: RedTeamView | null,
  { kind, values }: RedHappening,
): string {
  const { vm, from, part, power, technique, platform, need, flaw } = values;
  return say(`ui.red.happened.${kind}`, {
    ...values,
    ...(vm === undefined ? {} : { name: knownVmName(say, view, Number(vm)) }),
    ...(from === undefined ? {} : { from: knownVmName(say, view, Number(from)) }),
    ...(isPart(part) ? { part: say(`ui.red.${PARTS[part]}`) } : {}),
    ...(power === undefined ? {} : { power: say(`names.power.${power}`) }),
    ...(technique === undefined ? {} : { technique: say(`names.techniques.${technique}`) }),
    ...(platform === undefined ? {} : { platform: say(`names.platforms.${platform}`) }),
    ...(need === undefined ? {} : { need: needName(say, String(need)) }),
    ...(flaw === undefined ? {} : { flaw: say(`flaws.${flaw}.name`) }),
  });
}
