import { asks } from '../../../shared/commands/badges.ts';
import { serverFixOf } from '../../../shared/view/advisories.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { rowOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { Fact } from './subject.tsx';

/** What listens on the management interface of a host, from where it is reached, and who may log in. */
export function ManagementFacts({ view, host }: { view: BlueView; host: HostRow }) {
  const { words } = useApp();
  const t = (key: string) => words.say(`ui.inspector.${key}`);
  const switched = (on: boolean) => words.say(`names.switched.${on ? 'on' : 'off'}`);
  if (!asks(view, 'open-management') || host.platform === 'native') return null;
  const room = rowOf(view, 'policies', 1);
  const open = host.managedFrom.length > 0 && host.services.length > 0;
  return (
    <details class="more" open>
      <summary>{t('managedBy')}</summary>
      <dl class="facts wide">
        <Fact
          name="hostServices"
          kind={open ? 'warn' : undefined}
          {...(host.services.length > 0 ? { note: t('hostServicesNote') } : {})}
        >
          {host.services.map((service) => words.say(`names.services.${service}`)).join(' · ') ||
            t('none')}
        </Fact>
        {host.managedFrom.length > 0 ? (
          <Fact name="managedFrom" kind={open ? 'warn' : undefined} note={t('managedFromNote')}>
            {host.managedFrom.map((zone) => words.say(`names.zones.${zone}`)).join(' · ')}
          </Fact>
        ) : (
          <Fact name="managedFrom">{t('managedAlone')}</Fact>
        )}
        <Fact
          name="lockdown"
          {...(host.lockdown && host.exceptionUser ? { note: t('lockdownNote') } : {})}
        >
          {switched(host.lockdown)}
        </Fact>
        <Fact name="exceptionUsers">{t(host.exceptionUser ? 'exceptionOf' : 'none')}</Fact>
        <Fact name="mfa">{switched(host.mfa)}</Fact>
        <Fact name="hostAudit" {...(host.hostAudit ? {} : { note: t('hostAuditNote') })}>
          {switched(host.hostAudit)}
        </Fact>
        {room !== null && room.serverBuild > 0 && (
          <Fact
            name="managementServer"
            kind={room.serverFrom.length > 0 || serverFixOf(view) > 0 ? 'warn' : undefined}
            note={
              room.serverFrom.length === 0
                ? t('managedAlone')
                : `${t('managedFrom')}: ${room.serverFrom.map((zone) => words.say(`names.zones.${zone}`)).join(' · ')}`
            }
          >
            {words.say('ui.inspector.buildOf', { build: room.serverBuild })}
          </Fact>
        )}
      </dl>
    </details>
  );
}
