import { breachSubject, closeBreach } from '../../mechanics/harm/breaches.ts';
import type { Breach } from '../../world/breach.ts';
import { type AssetId, NONE } from '../../world/ids.ts';
import { type Deep, rows } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface CloseBreach extends Record<string, number | string> {
  /** What leaked. A host that was taken over is not closed: it is rebuilt. */
  readonly asset: AssetId;
}

/** The leaks of that asset that the defenders know of and have not closed. */
function known(world: ReadonlyWorld, asset: AssetId): Deep<Breach>[] {
  return [...rows(world.breaches)].filter(
    (breach) => breach.open && breach.discoveredAt !== 0 && breach.asset === asset,
  );
}

/**
 * Tells the victims, and changes what can be changed: keys and passwords. Records cannot be unread
 * (rule H3). A harm that nobody knows of is refused like one that never was.
 */
export const closeLeak = define<CloseBreach>({
  name: 'close-breach',
  role: 'analyst',
  key: 'N',
  always: true,
  fits: 'always',
  contains: ['complaint'],
  schema: schemaOf<CloseBreach>({ asset: id }),
  offers: (world, subject) => {
    const vm = idIn(subject, 'vms');
    return [...rows(world.breaches)]
      .filter(({ open, discoveredAt }) => open && discoveredAt !== 0)
      .filter((breach) => breachSubject(breach) === subject || breach.vm === vm)
      .flatMap(({ asset }) => (asset === NONE ? [] : [{ asset }]));
  },
  price: () => 0,
  length: (world) => world.pace.closeLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { asset }) => [`assets/${asset}`],
  refusal: (world, { asset }) =>
    known(world, asset).length > 0 ? null : refuse('rule.no-such-thing'),
  finish: (turn, { asset }, order) => {
    if (known(turn.world, asset).length > 0) closeBreach(turn, `assets/${asset}`, order.seq);
  },
  words: {
    name: { ko: '유출 통지: {{asset}}', en: 'Notify of the leak: {{asset}}' },
    does: {
      ko: '피해자에게 알립니다. 키 같은 비밀은 교체하므로 더 번지지 않습니다. 이미 읽힌 기록은 되돌릴 수 없어 남은 피해의 절반은 그대로 생깁니다.',
      en: 'Tells the victim. Secrets such as keys are changed, and it spreads no further. Records cannot be unread: half of what is left lands all the same.',
    },
    done: { ko: '{{asset}} 유출을 통지한다', en: 'notify of the leak of {{asset}}' },
    control: { ko: '유출 통지와 키 교체', en: 'Notify of the leak, change its keys' },
  },
});
