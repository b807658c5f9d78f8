import { attest } from '../../mechanics/fall/attestation.ts';
import type { HostId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface AttestHost extends Record<string, number | string> {
  readonly host: HostId;
}

/** Compares what a host's TPM has measured with what it should have (sensor S12, rule S57). */
export const attestHost = define<AttestHost>({
  name: 'attest-host',
  role: 'analyst',
  key: '',
  fits: ['alert-of-host'],
  investigates: ['host-complaint'],
  schema: schemaOf<AttestHost>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.hosts, host) ? [{ host }] : [];
  },
  price: () => 0,
  length: (world) => world.pace.attestLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`hosts/${host}`],
  refusal: (world, { host }) => {
    const row = find(world.hosts, host);
    if (!row) return refuse('rule.no-such-thing');
    return row.tpm ? null : refuse('rule.no-tpm', { host });
  },
  finish: (turn, { host }, order) => attest(turn, host, order.seq),
  words: {
    name: { ko: '무결성 증명(S12)', en: 'Attest its integrity (S12)' },
    does: {
      ko: '보안 칩(TPM)에 측정해 둔 부팅 체인과 커널 모듈을 기대값과 비교합니다. 서명되지 않은 모듈은 드러나지만, 부팅한 뒤 메모리에서만 바뀐 코드는 드러나지 않습니다. 호스트 조사보다 빠릅니다.',
      en: 'Compares the boot chain and kernel modules that its TPM measured with what they should be. An unsigned module shows; code that was only patched in memory since does not. Faster than an investigation.',
    },
    done: { ko: '{{host}}의 무결성을 증명한다', en: 'attest {{host}}' },
    control: { ko: '무결성 증명(TPM)', en: 'Attestation (TPM)' },
  },
});
