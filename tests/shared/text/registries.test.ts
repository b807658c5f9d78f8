import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAMILIES } from '../../../shared/attacks/attack.ts';
import { attacks } from '../../../shared/attacks/registry.ts';
import type { RuleRefusals } from '../../../shared/commands/refusal.ts';
import { commands } from '../../../shared/commands/registry.ts';
import { traits } from '../../../shared/commands/traits.ts';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { makeDebrief } from '../../../shared/match/debrief/debrief.ts';
import { sensors } from '../../../shared/mechanics/sensors/registry.ts';
import { defenders } from '../../../shared/minds/defenders/registry.ts';
import { minds } from '../../../shared/minds/registry.ts';
import { modes } from '../../../shared/protocol/modes/registry.ts';
import type { WireRefusals } from '../../../shared/protocol/refusal.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import type { Observation } from '../../../shared/world/alert.ts';
import { DEFAULT_PACE } from '../../../shared/world/pace.ts';
import { ROLE_NAMES } from '../../../shared/world/people/seat.ts';
import { parseScenario } from '../../../shared/world/scenario/schema.ts';
import { isWords, type Texts, type Words } from '../../../shared/world/words.ts';
import { some } from '../../support/some.ts';
import { benchWithReader } from '../../support/worlds.ts';

const SHARED = join(import.meta.dirname, '../../../shared');

/** Names of the modules in a folder, without those that define no entry of its registry. */
const modulesOf = (folder: string, ...apart: string[]): string[] =>
  readdirSync(join(SHARED, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .filter((name) => name !== 'registry' && !apart.includes(name))
    .sort();

/** Names of the modules in rooms of a folder. */
const roomsOf = (folder: string, rooms: readonly string[]): string[] =>
  rooms.flatMap((room) => modulesOf(`${folder}/${room}`));

/** The words at a path of the catalogue. */
function wordsAt(...path: string[]): Words {
  let here: Words | Texts = catalogue;
  for (const key of path) here = (here as Texts)[key] ?? {};
  if (!isWords(here)) throw new Error(`no text at ${path.join(' › ')}`);
  return here;
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');

/** Every name that a text wants filled in must be among the values that it is given. */
function expectFilled(words: Words, values: readonly string[]): void {
  for (const text of [words.ko, words.en]) {
    const missing = placeholders(text).filter((name) => !values.includes(name));
    expect([text, missing]).toEqual([text, []]);
  }
}

/** Rooms of what is about one part of the machine, whatever its role or family. */
const COMMANDS_ABOUT = [
  'devices',
  'hardware',
  'host-os',
  'images',
  'management',
  'pool',
  'stores',
  'trust',
] as const;
const ATTACKS_ABOUT = ['aftermath', 'devices', 'host-os', 'management', 'stores'] as const;
const COMMAND_ROOMS = [...ROLE_NAMES, ...COMMANDS_ABOUT] as const;
const ATTACK_ROOMS = [...FAMILIES, ...ATTACKS_ABOUT, 'steps'] as const;

describe('registries', () => {
  const folders: [string, string[], string[]][] = [
    ['commands', roomsOf('commands', COMMAND_ROOMS).sort(), [...commands.keys()]],
    ['attacks', [...roomsOf('attacks', ATTACK_ROOMS), 'probe'].sort(), [...attacks.keys()]],
    ['minds', modulesOf('minds', 'mind', 'patience', 'stand-in'), Object.keys(minds)],
    [
      'minds/defenders',
      modulesOf('minds/defenders', 'defender', 'duties', 'reading', 'spam'),
      [...defenders.keys()],
    ],
    ['course/scenarios', modulesOf('course/scenarios', 'scenario'), Object.keys(scenarios)],
    ['protocol/modes', modulesOf('protocol/modes', 'mode'), Object.keys(modes)],
    [
      'text/ui',
      ['text/ui', 'text/ui/class', 'text/ui/layers'].flatMap((room) => modulesOf(room)).sort(),
      Object.keys(catalogue.ui),
    ],
  ];

  test.each(folders)(
    '%s: what has a file is in the registry, and the reverse',
    (_, files, names) => {
      expect(files).toEqual([...names].sort());
      expect(files.length).toBeGreaterThan(0);
    },
  );

  test('every entry is registered under its own name', () => {
    for (const [name, command] of some(commands)) expect(command.name).toBe(name);
    for (const [id, attack] of some(attacks)) expect(attack.id).toBe(id);
    for (const [id, scenario] of some(Object.entries(scenarios))) expect(scenario.id).toBe(id);
  });

  test('every record stands in the room of its role or family, or in that of its subject', () => {
    for (const [name, { role }] of some(commands)) {
      expect(roomsOf('commands', [role, ...COMMANDS_ABOUT])).toContain(name);
    }
    for (const [id, { family }] of some(attacks)) {
      if (id === 'probe') continue;
      expect(roomsOf('attacks', [family ?? 'steps', ...ATTACKS_ABOUT])).toContain(id);
    }
  });

  test('no two commands are run by the same key', () => {
    const keys = [...commands.values()].map(({ key }) => key).filter((key) => key !== '');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^[A-Z]$/.test(key))).toBe(true);
  });

  test('every scenario fits its schema, and its numbers are numbers of the pace', () => {
    for (const [id, scenario] of some(Object.entries(scenarios))) {
      expect(parseScenario(id, scenario, DEFAULT_PACE)).toEqual(scenario);
    }
  });
});

/** What every alert can tell: where it was. */
const PLACE = ['host', 'vm'];

/** What is told of some beside what was seen: put in words of their own, which depend on it. */
const TOLD_BESIDE: Readonly<Partial<Record<Observation['kind'], readonly string[]>>> = {
  traffic: ['aimed', 'ends'],
  'new-pair': ['ends'],
  'new-bulk': ['ends'],
  exit: ['measured'],
  'nothing-found': ['looked'],
};

describe('texts that belong to something', () => {
  test.each([...commands.keys()])('the command %s is told by its own arguments', (name) => {
    const takes = traits[name]?.takes ?? [];
    for (const key of ['name', 'done']) expectFilled(wordsAt('commands', name, key), takes);
    expectFilled(wordsAt('commands', name, 'does'), []);
  });

  test.each([...attacks.values()].map((attack) => [attack.id, attack] as const))(
    'the attack %s and its needs',
    (id, attack) => {
      for (const key of ['name', 'does', 'lead']) expectFilled(wordsAt('attacks', id, key), []);
      expectFilled(wordsAt('attacks', id, 'title'), [
        'victim',
        'asset',
        'tenant',
        'workload',
        'host',
      ]);
      const needs = Object.keys(
        (catalogue.attacks as Record<string, { needs: Texts }>)[id]?.needs ?? {},
      );
      expect(needs.sort()).toEqual(
        [...attack.needs, ...(attack.deeper ?? [])].map((need) => need.id).sort(),
      );
      for (const need of needs) expectFilled(wordsAt('attacks', id, 'needs', need), []);
    },
  );

  test.each(Object.keys(scenarios))('the scenario %s', (id) => {
    for (const key of ['name', 'brief', 'threat']) expectFilled(wordsAt('scenarios', id, key), []);
  });

  test('whatever a scenario names has a name to be read', () => {
    const named = Object.values(scenarios).flatMap(({ tenants, zones, vms, hosts }) => [
      ...tenants.map(({ name }) => ['tenants', name, 'name']),
      ...tenants.flatMap(({ assets }) => assets.map(({ name }) => ['assets', name])),
      ...zones.map(({ name }) => ['zones', name]),
      ...vms.map(({ workload }) => ['workloads', workload]),
      ...hosts.map(({ scrub }) => ['scrub', scrub]),
    ]);
    for (const path of some(named)) expectFilled(wordsAt('names', ...path), []);
  });

  test('every sensor says what it sees and what it could not have seen', () => {
    for (const { name } of sensors) {
      for (const key of ['name', 'sees', 'blind']) expectFilled(wordsAt('sensors', name, key), []);
    }
  });

  test('every observation has a title and a body that its facts fill', () => {
    const seen: { [Kind in Observation['kind']]: Extract<Observation, { kind: Kind }> } = {
      'residue-free': { kind: 'residue-free', asset: 1 as never, frames: 1 },
      'foreign-residue': { kind: 'foreign-residue', asset: 1 as never, frames: 1, read: 1 },
      searching: { kind: 'searching', frames: 1 },
      'device-process': { kind: 'device-process' },
      'residue-blocks': { kind: 'residue-blocks', asset: 1 as never, blocks: 1 },
      'scrubbed-not-empty': { kind: 'scrubbed-not-empty', frames: 1 },
      traffic: {
        kind: 'traffic',
        nature: 'probe',
        peer: 1 as never,
        service: 'web',
        others: [],
        fates: [],
        crossed: false,
      },
      exit: { kind: 'exit', device: 'floppy', call: '', operand: 1, bound: 1 },
      syscall: { kind: 'syscall' },
      'process-error': { kind: 'process-error' },
      'kernel-error': { kind: 'kernel-error' },
      'nested-run': { kind: 'nested-run' },
      'debug-registers': { kind: 'debug-registers' },
      'core-stuck': { kind: 'core-stuck' },
      'disk-full': { kind: 'disk-full' },
      'no-disk': { kind: 'no-disk', rang: [] },
      'line-flushes': { kind: 'line-flushes' },
      'set-evictions': { kind: 'set-evictions' },
      'row-activations': { kind: 'row-activations' },
      'device-child': { kind: 'device-child' },
      'odd-path': { kind: 'odd-path' },
      'clipboard-taken': { kind: 'clipboard-taken' },
      'mail-child': { kind: 'mail-child' },
      'vm-files-read': { kind: 'vm-files-read' },
      'edge-crossed': { kind: 'edge-crossed' },
      'runtime-written': { kind: 'runtime-written' },
      'user-code': { kind: 'user-code' },
      'guest-process': { kind: 'guest-process' },
      'files-read': { kind: 'files-read' },
      'gateway-changed': { kind: 'gateway-changed' },
      'dma-fault': { kind: 'dma-fault' },
      'interrupt-fault': { kind: 'interrupt-fault' },
      'mac-spoofed': { kind: 'mac-spoofed' },
      'config-read': { kind: 'config-read' },
      'past-switch': { kind: 'past-switch', service: 'web', doors: 1 },
      steal: { kind: 'steal' },
      swapping: { kind: 'swapping' },
      'api-calls': { kind: 'api-calls', tenant: 1 as never },
      'launch-burst': { kind: 'launch-burst', tenant: 1 as never },
      'pool-empty': { kind: 'pool-empty', tenant: 1 as never, rang: [] },
      shortage: { kind: 'shortage', tenant: 1 as never, rang: [] },
      moved: { kind: 'moved', from: 1 as never, to: 2 as never },
      reverted: { kind: 'reverted', from: 1, to: 2 },
      'policy-edited': { kind: 'policy-edited', version: 1 },
      'mac-changed': { kind: 'mac-changed', peer: 1 as never },
      'new-pair': { kind: 'new-pair', peer: 1 as never, others: [] },
      'new-bulk': { kind: 'new-bulk', peer: 1 as never, others: [] },
      'vm-claims-host': { kind: 'vm-claims-host' },
      'host-claims-host': { kind: 'host-claims-host' },
      'port-setting': {
        kind: 'port-setting',
        zone: 1 as never,
        setting: 'promiscuous',
        to: 'accept',
      },
      'host-login': { kind: 'host-login', from: 1 as never },
      'host-login-refused': { kind: 'host-login-refused', from: 1 as never },
      'ssh-burst': { kind: 'ssh-burst' },
      'slp-request': { kind: 'slp-request' },
      'admin-login': { kind: 'admin-login' },
      'admin-login-refused': { kind: 'admin-login-refused' },
      'server-session': { kind: 'server-session' },
      'snapshot-export': { kind: 'snapshot-export', store: 1 as never },
      'mass-read': { kind: 'mass-read', repository: 1 as never },
      'copies-deleted': { kind: 'copies-deleted', repository: 1 as never },
      'store-mounted': { kind: 'store-mounted', store: 1 as never },
      'image-drift': { kind: 'image-drift', image: 1 as never },
      'config-drift': { kind: 'config-drift' },
      'config-edited': { kind: 'config-edited' },
      'store-opened': { kind: 'store-opened', store: 1 as never },
      'service-started': { kind: 'service-started', service: 'ssh' },
      'kernel-altered': { kind: 'kernel-altered' },
      'measurement-differs': { kind: 'measurement-differs' },
      orphan: { kind: 'orphan' },
      'duplicate-keys': { kind: 'duplicate-keys', peer: 1 as never },
      unpatched: { kind: 'unpatched' },
      'image-secret': { kind: 'image-secret', image: 1 as never },
      'image-outdated': { kind: 'image-outdated', image: 1 as never },
      'lease-over': { kind: 'lease-over' },
      'code-found': { kind: 'code-found', ring: 'kernel-0' },
      'host-compromised': { kind: 'host-compromised' },
      'open-door': { kind: 'open-door', service: 'web', doors: 1, why: 'old-rules' },
      'nothing-found': { kind: 'nothing-found' },
      complaint: { kind: 'complaint', asset: 1 as never, tenant: 1 as never, rang: [] },
      'host-complaint': { kind: 'host-complaint', rang: [] },
    };
    expect(Object.keys(catalogue.alerts).sort()).toEqual(Object.keys(seen).sort());
    for (const [kind, observation] of Object.entries(seen)) {
      for (const key of ['title', 'body']) {
        expectFilled(wordsAt('alerts', kind, key), [
          ...PLACE,
          ...(TOLD_BESIDE[observation.kind] ?? []),
          ...Object.keys(observation).filter((fact) => fact !== 'kind'),
        ]);
      }
    }
  });

  test('every refusal has a text that its own facts fill', () => {
    const facts: { [Code in keyof RuleRefusals]: RuleRefusals[Code] } & {
      [Code in keyof WireRefusals]: WireRefusals[Code];
    } = {
      'rule.no-such-thing': {},
      'rule.no-copy': {},
      'rule.config-differs': {},
      'rule.image-unsigned': {},
      'rule.nothing-held': {},
      'rule.holds-full': { most: 1 },
      'rule.unknown-command': {},
      'rule.bad-arguments': { path: '' },
      'rule.match-over': {},
      'rule.written-already': {},
      'rule.no-free-hand': { hands: 1 },
      'rule.too-few-credits': { price: 1, credits: 1 },
      'rule.target-busy': { subject: '' },
      'rule.frames-short': { host: 1, free: 1, wanted: 1 },
      'rule.host-not-empty': { host: 1, vms: 1 },
      'rule.not-in-deck': {},
      'rule.blocks-short': { host: 1, free: 1, wanted: 1 },
      'rule.technique-unfit': { host: 1, technique: 'hvm', misfit: 'no-extension' },
      'rule.no-snapshot': {},
      'rule.legacy-only': {},
      'rule.nothing-to-merge': { host: 1 },
      'rule.no-live-patch': {},
      'rule.no-driver': {},
      'rule.own-device': {},
      'rule.core-stuck': {},
      'rule.no-remapping': { host: 1 },
      'rule.iommu-off': { host: 1 },
      'rule.no-function': { host: 1, lack: 'technique' },
      'rule.nothing-to-wipe': { host: 1 },
      'rule.not-a-container': {},
      'rule.no-quarantine': {},
      'rule.no-ips': { host: 1 },
      'rule.memory-encrypted': {},
      'rule.host-cannot-encrypt': { host: 1 },
      'rule.guest-cannot-encrypt': {},
      'rule.files-encrypted': {},
      'rule.no-tpm': { host: 1 },
      'rule.over-quota': { quota: 1, has: 1, wanted: 1 },
      'rule.over-reserved': { host: 1, permille: 1 },
      'rule.over-promised': { host: 1, promised: 1, frames: 1 },
      'rule.host-in-use': { host: 1 },
      'rule.host-dedicated': { host: 1, tenant: 1 },
      'rule.no-place': {},
      'rule.nothing-to-take': {},
      'rule.pinned': {},
      'rule.request-closed': {},
      'rule.wrong-power': { power: '' },
      'rule.nothing-to-scrub': { host: 1 },
      'rule.already-so': {},
      'rule.still-wanted': {},
      'rule.same-order': {},
      'rule.not-your-role': { role: 'analyst' },
      'rule.not-live': {},
      'rule.resting': { ticks: 1, seconds: 1 },
      'rule.under-way': {},
      'protocol.malformed': { path: '' },
      'protocol.too-large': { limit: 1 },
      'protocol.too-fast': { waitMs: 1 },
      'protocol.old-version': {},
      'protocol.internal': {},
      'protocol.unanswered': {},
      'session.unknown': {},
      'session.full': { limit: 1 },
      'session.name-taken': {},
      'session.name-unfit': {},
      'session.name-poses': {},
      'session.words-unfit': {},
      'session.seat-unknown': {},
      'session.seat-moved': {},
      'session.not-instructor': {},
      'session.wrong-key': {},
      'session.too-many-guesses': { waitMs: 1 },
      'session.locked': {},
      'session.waiting': {},
      'session.removed': {},
      'session.watching': {},
      'session.paused': {},
      'session.no-choice': {},
      'session.team-full': { limit: 1 },
      'session.no-team': {},
      'session.chat-off': {},
      'session.not-unlocked': {},
      'session.no-attacker': {},
      'session.nobody': {},
      'session.no-world': {},
      'session.stale-injection': {},
      'session.too-talkative': { waitMs: 1 },
      'session.not-now': { phase: '' },
      'session.no-seat': {},
      'session.over': {},
      'session.would-end': {},
      'session.too-many': {},
    };
    const paths = Object.keys(facts).map((code) => code.replace('.', '/'));
    expect(Object.keys(catalogue.refusals).sort()).toEqual(paths.sort());
    for (const [code, known] of Object.entries(facts)) {
      expectFilled(wordsAt('refusals', code.replace('.', '/')), Object.keys(known));
    }
  });

  test('every refusal code in the sources of shared/ is one of those', () => {
    const sources = readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.startsWith('text'),
    );
    const used = sources.flatMap((name) => [
      ...readFileSync(join(SHARED, name), 'utf8').matchAll(
        /'((?:rule|protocol|session)\.[a-z-]+)'/g,
      ),
    ]);
    expect(used.length).toBeGreaterThan(20);
    for (const [, code = ''] of used) wordsAt('refusals', code.replace('.', '/'));
  });
});

describe('what the debrief says', () => {
  const bench = benchWithReader({
    residue: [],
    people: [{ kind: 'deletes-own', at: [4, 4], vm: 1 }],
    pace: { live: 90, policyLength: 1, fillEvery: 50, startCredits: 50 },
  });
  bench.give('scrub-policy', { host: 1, policy: 'on-free' });
  bench.give('scrub-policy', { host: 1, policy: 'never' });
  bench.act('entry-return', { vm: 1 });
  bench.run(12);
  bench.act('entry-tenant');
  bench.run(1);
  bench.give('create-vm', { request: 2, host: 1, technique: 'hvm' });
  bench.run(4);
  bench.act('res-mem-unscrubbed', { vm: 2 });
  bench.run(90);
  const debrief = makeDebrief(bench.match, bench.journal);

  test('every step of a chain has a text that its facts fill', () => {
    const chain = debrief.harms.flatMap((harm) => harm.chain);
    const kinds = new Set(chain.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      [
        'act',
        'frames-freed',
        'harm',
        'policy-set',
        'request-opened',
        'vm-destroyed',
        'vm-placed',
      ].sort(),
    );
    for (const { kind, facts } of chain)
      expectFilled(wordsAt('reports', 'steps', kind), Object.keys(facts));
    expectFilled(wordsAt('reports', 'steps', 'scenario'), ['asset', 'host', 'tenant']);
  });

  test('every mark of the timeline has a text that its facts fill', () => {
    expect(new Set(debrief.timeline.map(({ kind }) => kind)).size).toBe(6);
    for (const { kind, facts } of debrief.timeline) {
      expectFilled(wordsAt('reports', 'marks', kind), Object.keys(facts));
    }
  });

  test('every prevention is told by what its command’s arguments say', () => {
    const all = debrief.harms.flatMap(({ needs }) =>
      needs.flatMap(({ preventions }) => preventions),
    );
    expect(all.length).toBeGreaterThan(1);
    for (const { command, args } of all) {
      expectFilled(wordsAt('commands', command, 'done'), Object.keys(args));
    }
  });
});
