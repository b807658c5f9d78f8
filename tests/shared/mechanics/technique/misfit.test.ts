import { describe, expect, test } from 'vitest';
import { misfit } from '../../../../shared/mechanics/technique/technique.ts';
import { type Misfit, TECHNIQUES } from '../../../../shared/world/machine/vm.ts';

const HOSTS = {
  modern: { platform: 'type1', year: 2015, virtualisationExtension: true, filters: [] },
  hosted: { platform: 'type2', year: 2006, virtualisationExtension: true, filters: [] },
  old: { platform: 'type1', year: 2003, virtualisationExtension: false, filters: [] },
  shared: { platform: 'container', year: 2015, virtualisationExtension: true, filters: [] },
} as const;

const IMAGES = {
  open: { cpu: 'x86', wordSize: 32, os: 'open', container: false, legacyOnly: false },
  closed: { cpu: 'x86', wordSize: 32, os: 'closed', container: false, legacyOnly: false },
  legacy: { cpu: 'x86', wordSize: 32, os: 'open', container: false, legacyOnly: true },
  foreign: { cpu: 'foreign', wordSize: 32, os: 'open', container: false, legacyOnly: false },
  container: { cpu: 'x86', wordSize: 32, os: 'open', container: true, legacyOnly: false },
  wide: { cpu: 'x86', wordSize: 64, os: 'open', container: false, legacyOnly: false },
} as const;

type Verdicts = Readonly<Record<(typeof TECHNIQUES)[number], Misfit | null>>;

const all = (why: Misfit | null): Verdicts => ({
  hvm: why,
  hybrid: why,
  para: why,
  bt: why,
  emulation: why,
  container: why,
});

const NO_CONTAINER = { container: 'no-shared-kernel' } as const;
const NO_EXTENSION = { hvm: 'no-extension', hybrid: 'no-extension' } as const;
const CLOSED = { para: 'closed-kernel' } as const;
const LEGACY = { hybrid: 'no-drivers' } as const;
const FOREIGN = { ...all('foreign-cpu'), emulation: null, ...NO_CONTAINER };

/** What table A2 and the techniques' own definitions say, host by host. */
const TABLE: Readonly<Record<keyof typeof HOSTS, Readonly<Record<keyof typeof IMAGES, Verdicts>>>> =
  {
    modern: {
      open: { ...all(null), ...NO_CONTAINER },
      closed: { ...all(null), ...CLOSED, ...NO_CONTAINER },
      legacy: { ...all(null), ...LEGACY, ...NO_CONTAINER },
      foreign: FOREIGN,
      container: all('no-shared-kernel'),
      wide: { ...all(null), ...NO_CONTAINER },
    },
    hosted: {
      open: { ...all(null), ...NO_CONTAINER },
      closed: { ...all(null), ...CLOSED, ...NO_CONTAINER },
      legacy: { ...all(null), ...LEGACY, ...NO_CONTAINER },
      foreign: FOREIGN,
      container: all('no-shared-kernel'),
      wide: { ...all(null), ...NO_CONTAINER },
    },
    old: {
      open: { ...all(null), ...NO_EXTENSION, ...NO_CONTAINER },
      closed: { ...all(null), ...NO_EXTENSION, ...CLOSED, ...NO_CONTAINER },
      legacy: { ...all(null), ...LEGACY, ...NO_EXTENSION, ...NO_CONTAINER },
      foreign: FOREIGN,
      container: all('no-shared-kernel'),
      wide: { ...all('narrow-host'), emulation: null, ...NO_CONTAINER },
    },
    shared: {
      open: all('only-containers'),
      closed: all('only-containers'),
      legacy: all('only-containers'),
      foreign: all('only-containers'),
      container: { ...all('only-containers'), container: null },
      wide: all('only-containers'),
    },
  };

const HOST_NAMES = Object.keys(HOSTS) as (keyof typeof HOSTS)[];
const IMAGE_NAMES = Object.keys(IMAGES) as (keyof typeof IMAGES)[];
const pairs = HOST_NAMES.flatMap((host) => IMAGE_NAMES.map((image) => [host, image] as const));

describe('which technique runs which guest where', () => {
  test.each(pairs)('K1 K24 K71 on a %s host, an %s image', (host, image) => {
    const found = TECHNIQUES.map((t) => [t, misfit(HOSTS[host], IMAGES[image], t)]);
    expect(Object.fromEntries(found)).toEqual(TABLE[host][image]);
  });

  test.each([
    ['memory_op', 'refuse', 'calls-refused'],
    ['mmu_update', 'refuse', 'calls-refused'],
    ['mmu_update', 'bounds-check', null],
    ['floppy', 'refuse', null],
  ] as const)('K73 a ported kernel where %s is under %s: %s', (trap, action, why) => {
    const host = { ...HOSTS.modern, filters: [{ trap, action }] };
    expect(misfit(host, IMAGES.open, 'para')).toBe(why);
    expect(misfit(host, IMAGES.open, 'hvm')).toBeNull();
  });
});
