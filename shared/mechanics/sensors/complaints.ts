import { NONE, type TenantId } from '../../world/ids.ts';
import { rows } from '../../world/table.ts';
import type { Turn } from '../../world/turn.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { discover } from '../harm/breaches.ts';
import { framesOf } from '../pool/quota.ts';
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
    const { kind, asset, victim, host, harm } = breach;
    const rang = warningsOf(turn, harm);
    if (asset !== NONE && victim !== NONE) {
      const seen = { kind: 'complaint', asset, tenant: victim, rang } as const;
      raise(turn, 'tenant', { host: NONE, vm: NONE }, seen, [harm]);
    } else if (kind === 'takeover') {
      raise(turn, 'tenant', { host, vm: NONE }, { kind: 'host-complaint', rang }, [harm]);
    } else if (kind === 'starved' || kind === 'squeezed') {
      const seen = { kind: 'shortage', tenant: victim, rang } as const;
      raise(turn, 'tenant', { host, vm: NONE }, seen, [harm]);
    } else if (kind === 'flooded') {
      raise(turn, 'tenant', { host, vm: NONE }, { kind: 'no-disk', rang }, [harm]);
    } else {
      const seen = { kind: 'pool-empty', tenant: largest(world), rang } as const;
      raise(turn, 'tenant', { host: NONE, vm: NONE }, seen, [harm]);
    }
    discover(turn, breach, harm);
  }
}

/** The tenant whose VMs have the most of the pool: the portal says so whom it turns away. */
function largest(world: ReadonlyWorld): TenantId {
  let [most, frames] = [0 as TenantId, -1];
  for (const { id } of rows(world.tenants)) {
    const has = framesOf(world, id);
    if (has > frames) [most, frames] = [id, has];
  }
  return most;
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
    'pool-empty': {
      title: {
        ko: '테넌트들의 신고: VM을 만들 자리가 없음. {{tenant}}의 몫이 가장 큼',
        en: 'Tenants report: no room for a VM. {{tenant}} has the most',
      },
      body: {
        ko: '풀의 빈 프레임이 바닥났습니다. {{rang}}.',
        en: 'The pool has no free frames left. {{rang}}.',
      },
    },
    shortage: {
      title: {
        ko: '{{tenant}}의 신고: {{host}}에서 약속한 자원을 받지 못함',
        en: '{{tenant}} reports: short of what it was promised on {{host}}',
      },
      body: {
        ko: '데이터가 새지는 않았습니다. {{rang}}.',
        en: 'No data has leaked. {{rang}}.',
      },
    },
    'no-disk': {
      title: {
        ko: '테넌트들의 신고: {{host}}에 새 VM도 스냅샷도 만들 수 없음',
        en: 'Tenants report: no new VM and no snapshot on {{host}}',
      },
      body: {
        ko: '그 호스트의 디스크에 빈 블록이 없습니다. {{rang}}.',
        en: 'The disk of that host has no free block. {{rang}}.',
      },
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
