import './three-ways.css';
import { guestPermille } from '../../../../shared/mechanics/cost/guest-cost.ts';
import type { HostRow, VmRow } from '../../../../shared/view/machine-rows.ts';
import { rowOf } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import {
  DEVICE_PATHS,
  type DevicePath,
  pathOf,
} from '../../../../shared/world/machine/device-path.ts';
import { useApp } from '../../../app-context.ts';

const ROWS = [
  'guest',
  'exits',
  'mover',
  'cost',
  'throughput',
  'rules',
  'ids',
  'move',
  'needs',
] as const;

/** What of a row is the price of that way: it stands in amber. */
const PRICE: Readonly<Partial<Record<(typeof ROWS)[number], DevicePath>>> = {
  exits: 'emulated',
  throughput: 'emulated',
  rules: 'passed-through',
  ids: 'passed-through',
  move: 'passed-through',
};

/** The same VM on that way to the card. */
const onWay = (vm: VmRow, way: DevicePath): VmRow => ({
  ...vm,
  nicModel: way === 'emulated' ? 'rtl8139' : 'para',
  card: way === 'passed-through' ? 'vf' : 'virtual',
});

/** Emulated, paravirtual, passed through: what each is for this VM, where it runs now. */
export function ThreeWays({ view, vm }: { readonly view: BlueView; readonly vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.passing.${key}`, values);
  const host = rowOf(view, 'hosts', vm.host);
  if (host === null || host.remaps === 'nothing' || vm.technique === 'container') return null;
  const now = vm.card === 'none' ? null : pathOf(vm, 'nic');
  return (
    <details class="more three-ways" open={vm.card !== 'virtual'}>
      <summary>{t('title')}</summary>
      <table>
        <thead>
          <tr>
            <td />
            {DEVICE_PATHS.map((way) => (
              <th key={way} scope="col" class={way === now ? 'now' : ''}>
                {t(`ways.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{t(`rows.${row}`)}</th>
              {DEVICE_PATHS.map((way) => (
                <td key={way} class={PRICE[row] === way ? 'dear' : ''}>
                  {row === 'cost'
                    ? t('times', { figure: timesOf(onWay(vm, way), host) })
                    : t(`cells.${row}.${way}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <small>{t('source')}</small>
    </details>
  );
}

const timesOf = (vm: VmRow, host: HostRow): string => (guestPermille(vm, host) / 1000).toFixed(2);
