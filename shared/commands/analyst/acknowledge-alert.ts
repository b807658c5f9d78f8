import { close } from '../../mechanics/sensors/close.ts';
import { causeOf } from '../../world/alert.ts';
import type { AlertId } from '../../world/ids.ts';
import { find, rows } from '../../world/table.ts';
import { define, id, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface Acknowledge extends Record<string, number | string> {
  readonly alert: AlertId;
}

/** Marks an alert, and whatever is open of the same cause, as seen, for the whole team (rule S27). */
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
  finish: (turn, { alert }, { seat, seq }) => {
    const row = find(turn.world.alerts, alert);
    const cause = row && causeOf(row);
    for (const one of rows(turn.world.alerts)) {
      if (one.state !== 'open' || causeOf(one) !== cause) continue;
      close(turn, one, 'acknowledged', { actor: { kind: 'seat', id: seat }, causes: [seq] });
    }
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
