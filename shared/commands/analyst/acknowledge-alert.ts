import type { AlertId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface Acknowledge extends Record<string, number | string> {
  readonly alert: AlertId;
}

/** Marks an alert as seen, for the whole team. */
export const acknowledgeAlert = define<Acknowledge>({
  name: 'acknowledge-alert',
  role: 'analyst',
  key: '',
  always: true,
  schema: schemaOf<Acknowledge>({ alert: id }),
  offers: () => [],
  price: () => 0,
  length: () => 0,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [],
  refusal: (world, { alert }) => {
    const row = find(world.alerts, alert);
    if (!row) return refuse('rule.no-such-thing');
    return row.state === 'open' ? null : refuse('rule.already-so');
  },
  finish: ({ world }, { alert }) => {
    const row = find(world.alerts, alert);
    if (row) row.state = 'acknowledged';
  },
  words: {
    name: { ko: '확인', en: 'Acknowledge' },
    does: {
      ko: '팀 모두에게 확인한 것으로 표시합니다.',
      en: 'Marks it as acknowledged for the whole team.',
    },
    done: {
      ko: '경보를 확인한다',
      en: 'acknowledge the alert',
    },
  },
});
