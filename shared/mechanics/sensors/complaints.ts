import { NONE } from '../../world/ids.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import { discover } from '../harm/breaches.ts';
import { raise } from './raise.ts';
import type { Sensor } from './sensor.ts';
import { warningsOf } from './warnings.ts';

/**
 * A harm that nobody saw comes back as its victims' complaint (rule H5), which brings up what sensors
 * had told of it (rule H6).
 */
function complaints(turn: Turn): void {
  const { world } = turn;
  for (const breach of rows(world.breaches)) {
    if (breach.discoveredAt !== 0 || world.tick < breach.tick + world.pace.complaintAfter) continue;
    const { asset, victim, host, harm } = breach;
    const rang = warningsOf(turn, harm);
    if (asset !== NONE && victim !== NONE) {
      const seen = { kind: 'complaint', asset, tenant: victim, rang } as const;
      raise(turn, 'tenant', { host: NONE, vm: NONE }, seen, [harm]);
    } else {
      raise(turn, 'tenant', { host, vm: NONE }, { kind: 'host-complaint', rang }, [harm]);
    }
    discover(turn, breach, harm);
  }
}

/** What tenants find out by themselves. */
export const tenantReports = {
  name: 'tenant',
  people: true,
  watch: complaints,
  words: {
    name: { ko: '테넌트의 신고', en: 'A tenant’s report' },
    sees: { ko: '외부에서 발견된 자기 데이터', en: 'Its own data, turning up outside' },
    blind: {
      ko: '테넌트는 데이터가 새어 나간 뒤에야 압니다. 어디에서 어떻게 새었는지는 모릅니다.',
      en: 'A tenant learns of a leak after it has happened, and not where or how it happened.',
    },
  },
  says: {
    complaint: {
      title: {
        ko: '{{tenant}}의 신고: {{asset}}{이/가} 외부에서 발견됨',
        en: '{{tenant}} reports a leak: its {{asset}}',
      },
      body: { ko: '{{rang}}.', en: '{{rang}}.' },
    },
    'host-complaint': {
      title: {
        ko: '테넌트들의 신고: {{host}}의 통제권을 잃음',
        en: 'Tenants report: {{host}} is no longer under your control',
      },
      body: {
        ko: 'VM 하나가 아니라 호스트 전체의 일입니다. {{rang}}.',
        en: 'It is not one VM but the whole host. {{rang}}.',
      },
    },
  },
} satisfies Sensor;
