import type { HostRow, VmRow } from '../../../view/machine-rows.ts';
import { lanesOn, sparesExits } from '../../../view/race.ts';
import { rowsOf } from '../../../view/reading.ts';
import type { BlueView } from '../../../view/view.ts';
import { claimed } from '../reading.ts';
import type { Duty } from './duty.ts';

/** Permille of the native cost from which a guest's virtual CPUs cannot bear its work any more. */
const BORNE = 1250;
/** Permille of the better bill from which another one is worth the time that a change takes. */
const WORTH_IT = 1100;
/** Permille of a host's cycles from which it has none left for a guest that is brought in. */
const FULL = 850;
/** The same from which its guests get less than they can use. */
const CROWDED = 1000;

/** Techniques that give a guest the right result on a host, the cheapest first. */
const rightLanes = (view: BlueView, vm: VmRow, host: HostRow) =>
  lanesOn(view, vm, host).filter(({ right }) => right);

/** How many permille of the cheapest of those bills a guest costs as it is run. */
function overBest(vm: VmRow, lanes: ReturnType<typeof lanesOn>): number {
  const [best] = lanes;
  const now = lanes.find(({ technique }) => technique === vm.technique);
  // As it is run now its work is done wrong: whatever is right is better.
  if (!now || !best) return Number.POSITIVE_INFINITY;
  return Math.trunc((now.cost * 1000) / best.cost);
}

const hostOf = (view: BlueView, vm: VmRow): HostRow | null => view.tables.hosts[vm.host] ?? null;

/** Whether a guest gets less than it asks for, or gives a result that is not right. */
const suffers = ({ served, faults }: VmRow): boolean => served < 950 || faults.length > 0;

const running = (view: BlueView): VmRow[] =>
  rowsOf(view, 'vms').filter(({ power }) => power === 'running');

const suffering = (view: BlueView): VmRow[] => running(view).filter(suffers);

/** Has a guest that suffers run by the technique whose bill is the least of those that are right for it. */
export const convert: Duty = {
  family: null,
  gives: ['convert-vm'],
  wishes: (view) =>
    suffering(view)
      .flatMap((vm) => {
        const host = hostOf(view, vm);
        const lanes = host === null ? [] : rightLanes(view, vm, host);
        const [best] = lanes;
        if (!best) return [];
        const over = overBest(vm, lanes);
        return over < WORTH_IT ? [] : [{ over, wish: { vm: vm.id, technique: best.technique } }];
      })
      .sort((a, b) => b.over - a.over || a.wish.vm - b.wish.vm)
      .map(({ wish }) => ({ command: 'convert-vm', args: wish })),
};

/** Merges exits where a guest suffers that would be spared some of them. */
export const merge: Duty = {
  family: null,
  gives: ['merge-exits'],
  wishes: (view) => {
    const wanting = suffering(view).filter((vm) => {
      const host = hostOf(view, vm);
      return host?.exitMerging === false && sparesExits(vm, host);
    });
    return [...new Set(wanting.map(({ host }) => host))].map((host) => ({
      command: 'merge-exits',
      args: { host },
    }));
  },
};

/** Whether a host has room for one more guest, nothing of it promised away. */
const hasRoom = (view: BlueView, host: HostRow, vm: VmRow): boolean =>
  host.load < FULL &&
  host.free.length >= vm.memory.length &&
  !rowsOf(view, 'jobs').some(({ args }) => args.host === host.id);

/** What a guest costs on a host as it is run now; `null` where it cannot be run so, or gives no right result. */
function costAt(view: BlueView, vm: VmRow, host: HostRow): number | null {
  const lane = rightLanes(view, vm, host).find(({ technique }) => technique === vm.technique);
  return lane?.cost ?? null;
}

/**
 * Moves a guest that no technique of its host runs well, or whose host is crowded, to hardware that runs
 * it as it is. What it leaves behind must be wiped as it goes: a move that sheds residue is another matter.
 */
export const rehost: Duty = {
  family: null,
  gives: ['migrate-vm'],
  wishes: (view) =>
    suffering(view)
      .filter((vm) => !claimed(view, `vms/${vm.id}`))
      .flatMap((vm) => {
        const home = hostOf(view, vm);
        if (home?.scrub !== 'on-free') return [];
        const [best] = rightLanes(view, vm, home);
        if (!best || (best.cost <= BORNE && home.load < CROWDED)) return [];
        return rowsOf(view, 'hosts')
          .filter((host) => host.id !== home.id && hasRoom(view, host, vm))
          .flatMap((host) => {
            const cost = costAt(view, vm, host);
            return cost !== null && cost <= BORNE ? [{ host: host.id, cost }] : [];
          })
          .sort((a, b) => a.cost - b.cost || a.host - b.host)
          .slice(0, 1)
          .map(({ host }) => ({ command: 'migrate-vm', args: { vm: vm.id, host } }));
      }),
};
