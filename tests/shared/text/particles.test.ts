import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { chooseParticles } from '../../../shared/text/particles.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';
import { TEXTS, wrongTexts } from './texts.ts';

type Ending = 'vowel' | 'consonant' | 'ㄹ';

/**
 * What may be filled in, with how it ends when it is read aloud, looked up in a dictionary and not
 * worked out: names in Hangul, numbers, abbreviations read by letters, words read as words.
 */
const READ: readonly (readonly [value: string, ending: Ending])[] = [
  ['상점', 'consonant'],
  ['은행', 'consonant'],
  ['원장', 'consonant'],
  ['테넌트', 'vowel'],
  ['주문 내역', 'consonant'],
  ['메일', 'ㄹ'],
  ['서울', 'ㄹ'],
  ['0', 'consonant'],
  ['1', 'ㄹ'],
  ['2', 'vowel'],
  ['3', 'consonant'],
  ['4', 'vowel'],
  ['5', 'vowel'],
  ['6', 'consonant'],
  ['7', 'ㄹ'],
  ['8', 'ㄹ'],
  ['9', 'vowel'],
  ['10', 'consonant'],
  ['H2', 'vowel'],
  ['vm3', 'consonant'],
  ['B27', 'ㄹ'],
  ['97%', 'vowel'],
  ['VM', 'consonant'],
  ['HVM', 'consonant'],
  ['IPS', 'vowel'],
  ['IDS', 'vowel'],
  ['ID', 'vowel'],
  ['DB', 'vowel'],
  ['원장 DB', 'vowel'],
  ['TLB', 'vowel'],
  ['EPT', 'vowel'],
  ['MMIO', 'vowel'],
  ['DMZ', 'vowel'],
  ['URL', 'ㄹ'],
  ['QR', 'ㄹ'],
  ['VLAN', 'consonant'],
  ['MAC', 'consonant'],
  ['VM exit', 'vowel'],
  ['web', 'consonant'],
  ['Linux', 'vowel'],
  ['kernel', 'ㄹ'],
  ['Xen', 'consonant'],
  ['server', 'vowel'],
  ['가상 IDS', 'vowel'],
  ['USB 장치(xHCI)', 'vowel'],
  ['virtio 알림(kick)', 'consonant'],
  ['경로 조작(디렉터리 트래버설)', 'consonant'],
  ['“소거 안 함”', 'consonant'],
];

const FORMS: Readonly<Record<string, readonly [consonant: string, vowel: string]>> = {
  '은/는': ['은', '는'],
  '이/가': ['이', '가'],
  '을/를': ['을', '를'],
  '과/와': ['과', '와'],
  '으로/로': ['으로', '로'],
};

function formOf(pair: string, ending: Ending): string {
  const [consonant = '', vowel = ''] = FORMS[pair] ?? [];
  if (ending === 'ㄹ') return pair === '으로/로' ? vowel : consonant;
  return ending === 'vowel' ? vowel : consonant;
}

describe('particles after what is filled in', () => {
  test.each(READ)('%s ends in %s', (value, ending) => {
    for (const pair of Object.keys(FORMS)) {
      expect(chooseParticles(`${value}{${pair}}`)).toBe(`${value}${formOf(pair, ending)}`);
    }
  });

  const PAIRED = /\{\{(\w+)\}\}([”’]?)\{([가-힣]+\/[가-힣]+)\}/g;
  const texts = TEXTS.filter(([, { ko }]) => ko.includes('}}{') || /\}\}[”’]\{/.test(ko));
  const ko = createSpeaker(catalogue, 'ko');

  test.each(READ)('in every text of the game: %s (%s)', (value, ending) => {
    expect(texts.length).toBeGreaterThan(40);
    for (const [path, words] of texts) {
      // What a letter stands before is a number: v3, H2.
      if (/[A-Za-z]\{\{/.test(words.ko) && !/^\d+$/.test(value)) continue;
      const names = [...words.ko.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '');
      const said = ko(path, Object.fromEntries(names.map((name) => [name, value])));
      const expected = words.ko
        .replaceAll(PAIRED, (_, __, quote: string, pair: string) => {
          return `${value}${quote}${formOf(pair, ending)}`;
        })
        .replaceAll(/\{\{\w+\}\}/g, value);
      expect(said, path).toBe(expected);
    }
  });

  test('are never fixed', () => {
    const fixed =
      /\}\}(?:\([^)]*\))?[”’"')]*(?:은|는|이|가|을|를|과|와|으로|로|이나|나|이라|라|이다|다|이며|며)(?=[\s.,:)]|$)/;
    expect(wrongTexts(({ ko: text }) => fixed.test(text))).toEqual([]);
  });
});

describe('particles after brackets', () => {
  test.each([
    ['포트 보안(ARP 검사){을/를} 켠다', '포트 보안(ARP 검사)을 켠다'],
    ['격리(isolation){은/는}', '격리(isolation)는'],
    ['VM exit(VM 이탈){을/를}', 'VM exit(VM 이탈)를'],
    ['“웹(web)”{이/가}', '“웹(web)”이'],
    ['게스트 OS(guest OS){과/와}', '게스트 OS(guest OS)와'],
    ['3%(가정){과/와}', '3%(가정)와'],
    // With no word before them there is only what they hold.
    ['(호스트){을/를}', '(호스트)를'],
  ])('%s', (text, said) => {
    expect(chooseParticles(text)).toBe(said);
  });

  test('port security, as the game says it', () => {
    const ko = createSpeaker(catalogue, 'ko');
    expect(ko('commands.port-security.done', { setting: 'ARP 검사' })).toContain('(ARP 검사)을');
  });
});

describe('particles that are written out', () => {
  /** How what is written in Latin letters or figures in the texts is read, by its last word. */
  const ENDINGS = new Map<string, Ending>([
    ...READ.flatMap(([value, ending]) =>
      /^[\w%]+$/.test(value) ? [[value.toLowerCase(), ending] as const] : [],
    ),
    ['exit', 'vowel'],
    ['os', 'vowel'],
    ['root', 'vowel'],
    ['cpu', 'vowel'],
    ['cpuid', 'vowel'],
    ['hlt', 'vowel'],
    ['rip', 'vowel'],
    ['qr', 'ㄹ'],
    ['s1', 'ㄹ'],
    ['s2', 'vowel'],
    ['s5', 'vowel'],
    ['s9', 'vowel'],
    ['700', 'consonant'],
    ['hvm', 'consonant'],
    ['seccomp', 'vowel'],
    // VT-x
    ['x', 'vowel'],
    ['3%', 'vowel'],
    ['5%', 'vowel'],
    ['arp', 'vowel'],
    ['llc', 'vowel'],
    ['ecc', 'vowel'],
    ['trr', 'ㄹ'],
    ['smt', 'vowel'],
    ['dma', 'vowel'],
    ['iommu', 'vowel'],
    ['vf', 'vowel'],
    ['nic', 'consonant'],
    // L1TF
    ['tf', 'vowel'],
    ['reload', 'vowel'],
    ['probe', 'vowel'],
    ['clflush', 'vowel'],
    ['runc', 'vowel'],
    ['exec', 'consonant'],
    // CAP_SYS_ADMIN
    ['admin', 'consonant'],
    // release_agent
    ['agent', 'vowel'],
    ['edr', 'ㄹ'],
    ['2%', 'vowel'],
    // 지피유, 피시넷, 에이에스엘알, 브이호스트, 넷, 디
    ['gpu', 'vowel'],
    ['pcnet', 'consonant'],
    ['aslr', 'ㄹ'],
    ['vhost', 'vowel'],
    ['net', 'consonant'],
    ['d', 'vowel'],
    // 키비바이트
    ['kib', 'vowel'],
    ['vmrun', 'consonant'],
    ['vmload', 'vowel'],
    ['vmsave', 'vowel'],
    ['svm', 'consonant'],
    ['amd', 'vowel'],
    ['npt', 'vowel'],
    ['vmcb', 'vowel'],
    ['idt', 'vowel'],
    ['ssh', 'vowel'],
    ['slp', 'vowel'],
  ]);

  const endingOf = (word: string): Ending | null => {
    const last = word.at(-1) ?? '';
    if (/[가-힣]/.test(last)) {
      const final = ((last.codePointAt(0) ?? 0) - 0xac00) % 28;
      return final === 0 ? 'vowel' : final === 8 ? 'ㄹ' : 'consonant';
    }
    return ENDINGS.get(word.toLowerCase()) ?? ENDINGS.get(last) ?? null;
  };

  const WRITTEN =
    /([가-힣]+|[A-Za-z]+|\d+%?)(?:\(([^)]*)\))?(은|는|이|가|을|를|과|와|으로|로)(?=[\s.,:]|$)/g;

  test('fit the word before them, and before a bracket', () => {
    const wrong: string[] = [];
    let looked = 0;
    for (const [path, { ko }] of TEXTS) {
      for (const [whole, word = '', bracket, particle = ''] of ko.matchAll(WRITTEN)) {
        // A Korean noun without a bracket may just end like that: 결과, 처리.
        if (bracket === undefined && /[가-힣]/.test(word)) continue;
        const ending = endingOf(word);
        const pair = Object.keys(FORMS).find((one) => one.split('/').includes(particle)) ?? '';
        looked += 1;
        if (ending === null) wrong.push(`${path}: how is ${word} read?`);
        else if (formOf(pair, ending) !== particle) wrong.push(`${path}: ${whole}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(60);
  });
});
