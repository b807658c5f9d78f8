import type { Texts } from '../../world/words.ts';

/** What the instructor is told of a moment worth stopping for. A takeover loses a host, no data. */
export const moments = {
  'own-door': {
    ko: '“{{command}}” 명령이 원인이 되어 {{victim}}의 {{asset}}{이/가} 유출되었습니다 · {{attack}}',
    en: 'Their own “{{command}}” led to it: {{asset}} of {{victim}} leaked · {{attack}}',
  },
  'own-door-takeover': {
    ko: '“{{command}}” 명령이 원인이 되어 {{host}}{이/가} 장악되었습니다 · {{attack}}',
    en: 'Their own “{{command}}” led to it: {{host}} was taken over · {{attack}}',
  },
  harm: {
    ko: '{{victim}}의 {{asset}}{이/가} 유출되었습니다 · {{attack}}',
    en: '{{asset}} of {{victim}} leaked · {{attack}}',
  },
  'harm-takeover': {
    ko: '{{host}}{이/가} 장악되었습니다 · {{attack}}',
    en: '{{host}} was taken over · {{attack}}',
  },
  'found-late': {
    ko: '{{victim}}의 {{asset}} 유출을 {{time}} 뒤에야 발견했습니다',
    en: 'The leak of {{asset}} of {{victim}} went unseen for {{time}}',
  },
  'found-late-takeover': {
    ko: '{{host}}{이/가} 장악된 것을 {{time}} 뒤에야 발견했습니다',
    en: 'That {{host}} was taken over went unseen for {{time}}',
  },
  evicted: {
    ko: '{{tenant}}의 {{workload}} VM에서 침입자를 축출했습니다',
    en: 'An intruder was evicted from the {{workload}} VM of {{tenant}}',
  },
  held: {
    ko: '“{{command}}” 덕분에 막았습니다: {{attack}} 실패 · 충족되지 않은 조건: {{need}}',
    en: '“{{command}}” held: {{attack}} failed · missing precondition: {{need}}',
  },
  closed: {
    ko: '{{victim}}에 {{asset}} 유출을 통지했습니다',
    en: '{{victim}} was notified of the leak of {{asset}}',
  },
  'closed-takeover': {
    ko: '{{host}}{을/를} 복구했습니다',
    en: '{{host}} was recovered',
  },
} satisfies Texts;
