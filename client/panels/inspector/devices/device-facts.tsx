import { asks } from '../../../../shared/commands/badges.ts';
import { deviceExit, kick } from '../../../../shared/mechanics/cost/handling.ts';
import { BATCH } from '../../../../shared/mechanics/cost/prices.ts';
import { touchesModels } from '../../../../shared/mechanics/fidelity/models.ts';
import { figure } from '../../../../shared/text/figure.ts';
import type { HostRow, VmRow } from '../../../../shared/view/machine-rows.ts';
import { rowOf } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import {
  type DevicePath,
  isAssisted,
  pathOf,
} from '../../../../shared/world/machine/device-path.ts';
import type { DeviceName } from '../../../../shared/world/machine/host.ts';
import { useApp } from '../../../app-context.ts';

/** What stands beside a device: which it is, and one sentence on what answers it and whose code reads it. */
interface Told {
  readonly value: string;
  readonly note: string;
}

/** Its virtual hardware one by one, and how a network card can be come by. */
export function DeviceFacts({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.devices.${key}`, values);
  const host = rowOf(view, 'hosts', vm.host);
  const machine = vm.technique === 'container';
  return (
    <details class="more">
      <summary>{t('title')}</summary>
      <dl class="facts wide devices">
        {machine ? (
          <div>
            <dt>{t('kernelOwn')}</dt>
            <dd>
              <small>{t('kernelOwnNote')}</small>
            </dd>
          </div>
        ) : (
          vm.devices.map((device) => {
            const { value, note } = toldOf(words.say, vm, device);
            return (
              <div key={device}>
                <dt>{words.say(`names.devices.${device}`)}</dt>
                <dd>
                  {value}
                  <small>{note}</small>
                </dd>
              </div>
            );
          })
        )}
      </dl>
      {host !== null && isAssisted(vm.technique) && !asks(view, 'passes-devices') && (
        <Ways vm={vm} host={host} />
      )}
    </details>
  );
}

type Say = ReturnType<typeof useApp>['words']['say'];

function toldOf(say: Say, vm: VmRow, device: DeviceName): Told {
  const t = (key: string) => say(`ui.devices.${key}`);
  switch (device) {
    case 'disk':
    case 'nic': {
      if (device === 'nic' && vm.card !== 'virtual') {
        const note = vm.card === 'none' ? '' : say('ui.inspector.cardNote');
        return { value: say(`names.cards.${vm.card}`), note };
      }
      const model = device === 'nic' ? vm.nicModel : vm.diskModel;
      if (!touchesModels(vm.technique)) return { value: t('para'), note: t('splitNote') };
      const served = device === 'nic' && vm.vhost ? 'vhostNote' : 'ringNote';
      const note = pathOf(vm, device) === 'para' ? served : 'processNote';
      return { value: say(`names.models.${model}`), note: t(note) };
    }
    case 'svga': {
      const kind = vm.accel3d ? 'draws3d' : 'draws2d';
      return { value: t(kind), note: t(`${kind}Note`) };
    }
    case 'floppy':
    case 'xhci':
      return { value: t('emulated'), note: t(`${device}Note`) };
  }
}

const PATHS = ['emulated', 'para'] as const satisfies readonly DevicePath[];
const ending = { emulated: 'Emulated', para: 'Para' } as const;

/**
 * The ways to the network card beside each other, the one that this VM goes lit. What one request costs is
 * what this host charges for it.
 */
function Ways({ vm, host }: { vm: VmRow; host: HostRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.devices.${key}`, values);
  const mine = pathOf(vm, 'nic');
  const perBatch = vm.vhost || mine === 'emulated' ? kick(host.year) : deviceExit(host.year);
  const price = { emulated: deviceExit(host.year), para: Math.trunc(perBatch / BATCH) };
  const rows: readonly (readonly [string, (path: (typeof PATHS)[number]) => string])[] = [
    ['guest', (path) => t(`guest${ending[path]}`)],
    ['exits', (path) => t(`exits${ending[path]}`)],
    ['mover', (path) => t(`mover${ending[path]}`)],
    ['price', (path) => t('cycles', { cycles: figure(price[path]) })],
    ['measured', (path) => t(`measured${ending[path]}`)],
    ['rules', () => t('applied')],
    ['moves', () => t('easy')],
  ];
  return (
    <table class="device-ways">
      <caption>{t('ways')}</caption>
      <thead>
        <tr>
          <td />
          {PATHS.map((path) => (
            <th key={path} scope="col" aria-current={path === mine ? 'true' : undefined}>
              {t(path)}
              {path === mine && <small>{t('here')}</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, say]) => (
          <tr key={name}>
            <th scope="row">{t(name)}</th>
            {PATHS.map((path) => (
              <td key={path} aria-current={path === mine ? 'true' : undefined}>
                {say(path)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={PATHS.length + 1}>{t('source')}</td>
        </tr>
      </tfoot>
    </table>
  );
}
