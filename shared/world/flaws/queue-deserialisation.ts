import type { FlawRecord } from './record.ts';

/** Objects in messages that are brought to life unchecked: a kind of flaw, not one of them. */
export const queueDeserialisation = {
  name: 'queue-deserialisation',
  component: 'queue-service',
  service: 'queue',
  words: {
    name: { ko: '메시지 큐의 역직렬화 취약점', en: 'Deserialisation in a message queue' },
    what: {
      ko: '메시지로 받은 객체를 검사 없이 되살립니다. 메시지 큐에 도달할 수 있는 누구나 게스트 안에서 코드를 실행합니다.',
      en: 'Objects in messages are brought to life unchecked: anyone who reaches the queue runs code in the guest.',
    },
    real: {
      ko: '실제로 메시지 브로커에서 되풀이된 유형의 취약점입니다',
      en: 'In reality: a kind that message brokers had again and again',
    },
  },
} as const satisfies FlawRecord;
