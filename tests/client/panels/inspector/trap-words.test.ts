import { describe, expect, test } from 'vitest';
import {
  operationKey,
  stateOf,
  totalsOf,
} from '../../../../client/panels/inspector/traps/trap-words.ts';
import { pipelineOf } from '../../../../shared/mechanics/exits/pipeline/pipeline.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../shared/text/speak.ts';

const ko = createSpeaker(catalogue, 'ko');
const en = createSpeaker(catalogue, 'en');
const OLD = { platform: 'type1', year: 2003, nestedPaging: false } as const;
const NEW = { platform: 'type1', year: 2015, nestedPaging: true } as const;

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a stage', () => {
  const assisted = pipelineOf('device', 'hvm', NEW).stages;

  test('says both axes: root mode and ring', () => {
    const said = assisted.map((stage) => plain(stateOf(ko, stage)));
    expect(said[0]).toBe('비루트 모드 · CPL 0 · 모드 비트 0');
    expect(said[5]).toBe('루트 모드 · CPL 3 · 모드 비트 1');
  });

  test('has no root mode where nothing is made of VT-x', () => {
    const [call] = pipelineOf('syscall', 'bt', OLD).stages.map((stage) => stateOf(en, stage));
    expect(plain(call ?? '')).toBe('CPL 3 · mode bit 1');
  });

  test('breaks its line between two parts only', () => {
    const [first] = assisted.map((stage) => stateOf(en, stage));
    expect(first?.split(' ').map(plain)).toEqual(['non-root mode ·', 'CPL 0 ·', 'mode bit 0']);
  });
});

describe('what an operation costs', () => {
  test('stands beside what it would cost without virtualisation', () => {
    const touch = pipelineOf('device', 'bt', OLD);
    expect(totalsOf(ko, 'device', touch)).toEqual(['가상화하지 않으면 3,209사이클']);
    expect(operationKey('device', touch.operations)).toBe('device');
  });

  test('is told for each of a batch', () => {
    const batch = pipelineOf('pageTable', 'para', OLD);
    expect(totalsOf(en, 'pageTable', batch)).toEqual([
      'in a batch of 8: 197 cycles each',
      '8 cycles without virtualisation',
    ]);
    expect(operationKey('pageTable', batch.operations)).toBe('pageTableBatch');
  });

  test('K106 of an exception is told beside a native fault; of a VMRUN, what it does not hold', () => {
    const turnout = { checked: false, refused: false };
    const exception = pipelineOf('exception', 'hvm', NEW, turnout);
    expect(totalsOf(en, 'exception', exception)).toEqual(['1,093 cycles without virtualisation']);
    const entered = totalsOf(en, 'vmrun', pipelineOf('vmrun', 'hvm', NEW, turnout));
    expect(entered).toEqual([expect.stringContaining('within the 58,000 cycles')]);
    const refused = pipelineOf('vmrun', 'hvm', NEW, { ...turnout, refused: true });
    expect(totalsOf(en, 'vmrun', refused)).toEqual([]);
  });
});
