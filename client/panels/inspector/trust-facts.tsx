import { asks } from '../../../shared/commands/badges.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import type { HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import { sharesCredential, vmsOn } from '../../../shared/view/reading.ts';
import { credentialMark, reachedFrom } from '../../../shared/view/trust.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { hostName } from '../../state/match/wording.ts';
import { Fact } from './subject.tsx';

/** What would follow if the host fell, what could be seen of it, and what it can read of its guests. */
export function TrustFacts({ view, host }: { view: BlueView; host: HostRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  if (!asks(view, 'shares-credential')) return null;
  const named = (hosts: readonly HostRow[]): string =>
    hosts.map(({ id }) => hostName(id)).join(', ');
  const sharers = sharesCredential(view, host);
  const mark = credentialMark(view, host);
  const reached = reachedFrom(view, host);
  const guests = vmsOn(view, host.id);
  const sealed = guests.filter(({ memoryEncrypted }) => memoryEncrypted).length;
  return (
    <details class="more" open>
      <summary>{t('trust')}</summary>
      <dl class="facts wide">
        <Fact
          name="credential"
          kind={mark === '' ? undefined : 'warn'}
          note={
            mark === '' ? t('credentialOwnNote') : t('credentialNote', { hosts: named(sharers) })
          }
        >
          {mark === '' ? t('credentialOwn') : t('credentialOf', { mark, hosts: named(sharers) })}
        </Fact>
        <Fact
          name="management"
          note={
            reached.length === 0
              ? t('managementAlone')
              : t('managementNote', { hosts: named(reached) })
          }
        >
          {t('managementOf', { network: host.management })}
        </Fact>
        <Fact
          name="hostReads"
          note={t(host.platform === 'container' ? 'hostReadsNoteShared' : 'hostReadsNote')}
        >
          {t('hostReadsOf', { all: guests.length, sealed })}
        </Fact>
        <Fact
          name="memoryEncryption"
          note={t(host.memoryEncryption ? 'memoryEncryptionNote' : 'noMemoryEncryptionNote')}
        >
          {t(host.memoryEncryption ? 'supported' : 'none')}
        </Fact>
        <Fact name="attestation" note={t(host.tpm ? 'attestationNote' : 'noTpmNote')}>
          {!host.tpm
            ? t('noTpm')
            : host.attested === 0
              ? t('neverAttested')
              : t('attestedAt', { time: clockOf(host.attested) })}
        </Fact>
        {host.platform !== 'container' && (
          <Fact name="introspection" note={t('introspectionNote')}>
            {words.say(`names.switched.${host.introspection ? 'on' : 'off'}`)}
          </Fact>
        )}
      </dl>
    </details>
  );
}

/** The same of a guest: whether its host can read it. */
export function GuestTrust({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  if (!asks(view, 'memory-readable')) return null;
  return (
    <Fact name="memoryKey" note={t(vm.memoryEncrypted ? 'memoryKeyNote' : 'noMemoryKeyNote')}>
      {words.say(`names.switched.${vm.memoryEncrypted ? 'on' : 'off'}`)}
    </Fact>
  );
}
