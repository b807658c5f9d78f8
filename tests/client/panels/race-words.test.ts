import { describe, expect, test } from 'vitest';
import { hardwareOf, lineText, multiple } from '../../../client/panels/race/race-words.ts';
import { billOf } from '../../../shared/mechanics/cost/bill.ts';
import { catalogue } from '../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../shared/text/speak.ts';

const ko = createSpeaker(catalogue, 'ko');
const en = createSpeaker(catalogue, 'en');
const host = {
  platform: 'type1',
  year: 2006,
  virtualisationExtension: true,
  nestedPaging: false,
  filters: [],
  hypercallAudit: false,
} as const;

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the race in words', () => {
  test('says a count and a price, and of a way out what it was for', () => {
    const guest = { workload: 'build-farm', technique: 'hvm', devices: ['disk', 'nic'] } as const;
    const { lines } = billOf(guest, host);
    const said = lines.filter(({ operation }) => operation === 'pageTable');
    expect(said.map((line) => plain(lineText(ko, line)))).toEqual([
      '페이지 테이블 쓰기 63 × 8,398',
      'VM exit·하이퍼콜 (페이지 테이블 쓰기) 63 × 2,093',
    ]);
    expect(lineText(en, lines[1]!)).toBe('system calls 217\u00a0×\u00a0242');
  });

  test('says what of the hardware decides a bill', () => {
    expect(hardwareOf(en, host)).toBe('VT-x, no EPT');
    expect(hardwareOf(en, { ...host, nestedPaging: true })).toBe('VT-x and EPT');
    expect(hardwareOf(en, { ...host, virtualisationExtension: false })).toBe('no VT-x');
    expect(hardwareOf(en, { ...host, platform: 'container' })).toBe('containers');
    expect(multiple(1681)).toBe('1.68');
  });
});
