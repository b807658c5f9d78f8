import { setFact } from '../../../shared/world/fact.ts';
import { SCENARIO } from '../../../shared/world/ids.ts';
import type { HostOs } from '../../../shared/world/machine/host-os.ts';
import { brokenInto, contained, flawId } from '../hypervisor.ts';
import { type Flips, type Necessity, setupOf } from '../necessity.ts';
import type { Bench } from '../worlds.ts';

/** A desk: a hosted hypervisor, people who read mail beside it, a guest with every channel open. */
export const desk = (over: Partial<HostOs> = {}): Bench =>
  brokenInto({
    ring: 'user',
    host: { platform: 'type2', osBuild: 50, programs: ['mail', 'backup-agent'], ...desked(over) },
    vm: { tools: ['shared-folders', 'drag-and-drop', 'clipboard'] },
  });

type Desked = Partial<Pick<HostOs, 'osBuild' | 'edr'>>;
const desked = ({ osBuild, edr }: Partial<HostOs>): Desked => ({
  ...(osBuild === undefined ? {} : { osBuild }),
  ...(edr === undefined ? {} : { edr }),
});

/** A container whose attacker is root in it, on a host that keeps nobody in; a snare was stepped into. */
export const boxed = (over: Parameters<typeof contained>[0] = {}): Bench => {
  const bench = contained({
    ring: 'root',
    ...over,
    host: { lsm: false, ...over?.host },
    vm: { grants: ['privileged'], ...over?.vm },
  });
  setFact(bench.world, 'vms', 1 as never, 'snare', 'sprung', SCENARIO);
  return bench;
};

const runs: Flips = { 'vms/power': ['provisioning', 'stopped'] };
const code: Flips = { ...runs, 'vms/intruder': [0, 2], 'vms/foothold': ['none'] };
const here: Flips = { 'vms/host': [0, 2] };
const root: Flips = { ...code, ...here, 'vms/foothold': ['none', 'user'] };
const hosted: Flips = { 'hosts/platform': ['type1', 'container'] };
const inBox: Flips = {
  ...root,
  'vms/technique': ['hvm', 'hybrid', 'para', 'bt', 'emulation'],
  'hosts/userns': [true],
};
const process = (fixedIn: number): Flips => ({
  'vms/deviceBuild': [fixedIn, fixedIn + 1],
  'flaws/fixedIn': [0, 43],
});

const about = (bench: Bench, flaw: Parameters<typeof flawId>[0]) =>
  setupOf(bench, { vm: 1 }, { attacker: 1, vm: 1, host: 1, flaw: flawId(flaw) });

/** Ways by the host's OS, by the channels of guest tools, and out of containers. */
export const hostOsSetups: Readonly<Record<string, Necessity>> = {
  't2-hostos-takeover': {
    setup: () => about(desk(), 'drive-by'),
    flips: {
      ...here,
      ...hosted,
      'hosts/programs': [[], ['backup-agent']],
      'hosts/osBuild': [61, 62],
      'flaws/fixedIn': [0, 50],
    },
  },
  'tools-sharedfolder-traversal': {
    setup: () => about(desk(), 'hgfs-traversal'),
    flips: {
      ...code,
      ...here,
      ...hosted,
      ...process(53),
      'vms/tools': [[], ['drag-and-drop', 'clipboard', 'guest-operations']],
    },
  },
  'tools-dnd-clipboard': {
    setup: () => about(desk(), 'dnd-overflow'),
    flips: {
      ...code,
      ...here,
      ...hosted,
      ...process(54),
      'vms/tools': [[], ['shared-folders', 'guest-operations']],
    },
  },
  'tools-clipboard-read': {
    setup: () => {
      const bench = desk();
      setFact(bench.world, 'hosts', 1 as never, 'clipboard', 4 as never, SCENARIO);
      return setupOf(bench, { vm: 1 }, { attacker: 1, tenant: 2, vm: 1, host: 1 });
    },
    flips: {
      ...code,
      ...here,
      'vms/tools': [[], ['shared-folders', 'drag-and-drop', 'guest-operations']],
      'hosts/clipboard': [0, 3],
      'assets/tenant': [2],
    },
  },
  'ct-runc-overwrite': {
    setup: () => about(boxed(), 'runc-overwrite'),
    flips: {
      ...inBox,
      'vms/snare': ['none', 'laid'],
      'hosts/runtime': [62, 63],
      'flaws/fixedIn': [0, 43],
    },
  },
  'ct-privileged-config': {
    setup: () => setupOf(boxed(), { vm: 1 }, { attacker: 1, vm: 1, host: 1 }),
    flips: { ...inBox, 'vms/grants': [[]] },
  },
  'ct-release-agent': {
    setup: () => about(boxed(), 'release-agent'),
    flips: {
      ...inBox,
      'hosts/build': [60, 61],
      'flaws/fixedIn': [0, 43],
      'hosts/seccomp': [true],
      'hosts/lsm': [true],
    },
  },
};
