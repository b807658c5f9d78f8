import { falseAlarmsAt } from '../../mechanics/network/ips.ts';
import { setFact } from '../../world/fact.ts';
import type { HostId } from '../../world/ids.ts';
import type { Exception } from '../../world/network.ts';
import { type Deep, find } from '../../world/table.ts';
import { emit } from '../../world/turn.ts';
import { define, id, idIn, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface TuneIps extends Record<string, number | string> {
  readonly host: HostId;
}

const alike = (a: readonly Deep<Exception>[], b: readonly Deep<Exception>[]): boolean =>
  a.length === b.length &&
  a.every(({ from, to, service }) =>
    b.some((one) => one.from === from && one.to === to && one.service === service),
  );

/**
 * Tells a host's IPS to let pass the lawful flows that it takes for attacks there now, in place of
 * whatever it was told before (rule N12). What it lets pass for one it lets pass for all: an exploit
 * between the same two is told of and stopped no more.
 */
export const tuneIps = define<TuneIps>({
  name: 'tune-ips',
  role: 'network',
  key: '',
  fits: ['lawful-blocked'],
  schema: schemaOf<TuneIps>({ host: id }),
  offers: (world, subject) => {
    const host = idIn(subject, 'hosts') as HostId;
    return find(world.switches, host)?.watch === 'ips' ? [{ host }] : [];
  },
  price: (world) => world.pace.tunePrice,
  length: (world) => world.pace.tuneLength,
  load: () => ({ host: 0, cycles: 0 }),
  claims: (_, { host }) => [`switches/${host}`],
  refusal: (world, { host }) => {
    const gate = find(world.switches, host);
    if (!gate) return refuse('rule.no-such-thing');
    if (gate.watch !== 'ips') return refuse('rule.no-ips', { host });
    return alike(falseAlarmsAt(world, host), gate.exceptions) ? refuse('rule.already-so') : null;
  },
  holds: (world, { host }) =>
    find(world.switches, host)?.watch === 'ips' ? null : 'no-longer-allowed',
  finish: (turn, { host }, order) => {
    const exceptions = falseAlarmsAt(turn.world, host);
    const tuned = emit(turn, 'ips-tuned', {
      actor: { kind: 'seat', id: order.seat },
      subjects: [`switches/${host}`, `hosts/${host}`],
      causes: [order.seq],
      data: { host, exceptions: exceptions.length },
    });
    setFact(turn.world, 'switches', host, 'exceptions', exceptions, tuned);
  },
  words: {
    name: { ko: 'IPS 예외 설정', en: 'Tune the IPS' },
    does: {
      ko: '지금 이 IPS가 공격으로 오인하는 정상 트래픽을 예외로 둡니다. 예외는 알리기만 하고 막지 않으므로, 같은 경로로 오는 진짜 공격도 지나갑니다.',
      en: 'Makes exceptions for the legitimate traffic that this IPS takes for attacks now. They are reported and let pass, and so is a real exploit over the same path.',
    },
    done: { ko: '{{host}}의 IPS에 예외를 설정한다', en: 'tune the IPS of {{host}}' },
    control: { ko: 'IPS 예외 설정', en: 'Tune the IPS' },
  },
});
