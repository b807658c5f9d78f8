import { asks } from '../../../../shared/commands/badges.ts';
import { takesAnyMac, vfsInUse } from '../../../../shared/mechanics/network/card.ts';
import type { HostRow } from '../../../../shared/view/machine-rows.ts';
import { vmsOn } from '../../../../shared/view/reading.ts';
import type { BlueView } from '../../../../shared/view/view.ts';
import { isOwn } from '../../../../shared/world/machine/card.ts';
import { useApp } from '../../../app-context.ts';
import { vmName } from '../../../state/match/wording.ts';
import { Fact } from '../subject.tsx';

/** What keeps devices that were passed through to their guests: each gate, what it means and what it costs. */
export function OwnDevices({ view, host }: { readonly view: BlueView; readonly host: HostRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const switched = (on: boolean): string => words.say(`names.switched.${on ? 'on' : 'off'}`);
  if (!asks(view, 'passes-devices')) return null;
  const drivers = vmsOn(view, host.id).filter(({ card }) => isOwn(card));
  const open = drivers.length > 0;
  const used = vfsInUse(view.tables.vms, host.id);
  const canRemap = host.remaps === 'interrupts';
  return (
    <details class="more" open>
      <summary>{t('ownDevices')}</summary>
      <dl class="facts wide">
        <Fact name="ownDrivers">{drivers.map(({ id }) => vmName(id)).join(', ') || t('none')}</Fact>
        <Fact
          name="iommu"
          kind={open && !host.iommu ? 'warn' : undefined}
          note={t(host.iommu ? 'iommuNote' : 'noIommuNote')}
        >
          {switched(host.iommu)}
        </Fact>
        <Fact
          name="interruptRemapping"
          kind={open && !host.interruptRemapping ? 'warn' : undefined}
          note={t(canRemap ? 'remappingNote' : 'noRemappingNote', { year: host.year })}
        >
          {canRemap ? switched(host.interruptRemapping) : t('none')}
        </Fact>
        {host.vfs > 0 && (
          <Fact
            name="spoofCheck"
            kind={used > 0 && takesAnyMac(host) ? 'warn' : undefined}
            note={t('spoofNote', { used, vfs: host.vfs })}
          >
            {switched(!takesAnyMac(host))}
          </Fact>
        )}
      </dl>
    </details>
  );
}
