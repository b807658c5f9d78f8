import { POLICY } from '../../mechanics/network/edit.ts';
import { encryptMigrations, encryptsMigrations } from '../../mechanics/network/transit.ts';
import { find } from '../../world/table.ts';
import { define, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

/**
 * Has live migrations encrypted, once and for the whole room (rules N21, N22). What is under way goes on as it
 * began; what begins from then on takes half as long again.
 */
export const encryptMigration = define<Record<string, never>>({
  name: 'encrypt-migration',
  role: 'operator',
  key: '',
  fits: ['open-migrations'],
  schema: schemaOf<Record<string, never>>({}),
  // Wherever a host or the policy of the room is looked at.
  offers: (world, subject) => {
    const about =
      find(world.hosts, idIn(subject, 'hosts')) ?? find(world.policies, idIn(subject, 'policies'));
    return about === null ? [] : [{}];
  },
  price: (world) => world.pace.migrationTlsPrice,
  length: (world) => world.pace.migrationTlsLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [`policies/${POLICY}`],
  refusal: (world) => (encryptsMigrations(world) ? refuse('rule.already-so') : null),
  finish: (turn, _, order) => encryptMigrations(turn, { kind: 'seat', id: order.seat }, order.seq),
  words: {
    name: { ko: '마이그레이션 암호화', en: 'Encrypt migrations' },
    does: {
      ko: '이제부터 시작하는 라이브 마이그레이션을 모두 암호화(TLS)합니다. 시간이 절반만큼 더 걸립니다. 이미 옮기는 중인 VM은 시작한 방식 그대로입니다. 되돌릴 수 없습니다.',
      en: 'Every live migration that begins from now on is encrypted (TLS) and takes half as long again. What is being moved already goes on as it began. It stays on.',
    },
    done: { ko: '마이그레이션을 암호화한다', en: 'encrypt migrations' },
    control: { ko: '마이그레이션 트래픽 암호화', en: 'Encryption of migration traffic' },
  },
});
