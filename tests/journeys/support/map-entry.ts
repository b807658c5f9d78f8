import { DARK } from '../../../client/map/drawing/palette.ts';
import type { MapHandle } from '../../../client/map/handle.ts';
import type { Layer } from '../../../client/map/layers/registry.ts';
import { mountMap } from '../../../client/map/mount.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import type { FlowRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { town } from '../../client/map/fixture.ts';

const VMS_A_HOST = 15;
const HOSTS = 4;
const VMS = VMS_A_HOST * HOSTS;

/** Each VM talks to a neighbour and to one of another host, and one in four to the internet. */
const flows: readonly FlowRow[] = Array.from({ length: VMS }, (_, i) => i + 1)
  .flatMap((vm) => {
    const to = (step: number): number => ((vm - 1 + step) % VMS) + 1;
    const common = { service: 'web', state: 'delivered' } as const;
    const own = [
      { from: vm, to: to(1), ...common },
      { from: vm, to: to(VMS_A_HOST), ...common },
    ];
    return vm % 4 === 0 ? [...own, { from: 0, to: vm, ...common }] : own;
  })
  .map((row, i) => ({ id: i + 1, ...row }));

/** Sixty VMs at work: each second some of them get more or less done, and some frames are written. */
function viewAt(tick: number): BlueView {
  const second = Math.floor(tick / 5);
  const now = (id: number, every: number): boolean => id % every === second % every;
  const view = town({
    vms: Array.from({ length: HOSTS }, () => VMS_A_HOST),
    frames: 56,
    vm: (row) => ({
      ...row,
      served: now(row.id, 6) ? 700 + (second % 30) * 10 : 950,
      exits: now(row.id, 6) ? 100 + second : 40 * row.id,
    }),
    frame: (row) => (now(row.id, 40) ? { ...row, content: 0 } : row),
    tables: { flows: [null, ...flows] },
  });
  return { ...view, tick };
}

let map: MapHandle | null = null;
let layer: Layer = 'memory';
let tick = 10;
let view = viewAt(tick);
let timer: ReturnType<typeof setInterval> | undefined;

function mounted(): Promise<MapHandle> {
  const parent = document.createElement('div');
  parent.style.cssText = 'position:fixed;inset:0;width:800px;height:580px';
  document.body.append(parent);
  return mountMap({
    parent,
    renderer: 'canvas',
    label: createSpeaker(catalogue, 'ko'),
    onSelect: () => undefined,
    reducedMotion: false,
    theme: DARK,
  });
}

function show(vm: number | null = null): void {
  const selection = vm === null ? null : (`vms/${vm}` as const);
  map?.show({ view, selection, layer, offered: [], clock: tick });
}

/** Shows a match that goes on, five times a second as a match does, in one layer until the next call. */
export async function go(shown: Layer): Promise<void> {
  map ??= await mounted();
  layer = shown;
  clearInterval(timer);
  show();
  timer = setInterval(() => {
    tick += 1;
    if (tick % 5 === 0) view = viewAt(tick);
    show();
  }, 200);
}

/** Stands still from now on. */
export function stop(): void {
  clearInterval(timer);
}

/** Selects a VM. */
export const select = (vm: number): void => show(vm);

/** How often the picture was drawn so far. */
export const redraws = (): number => map?.stats.redraws ?? 0;
