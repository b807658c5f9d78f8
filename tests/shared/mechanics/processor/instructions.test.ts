import { describe, expect, test } from 'vitest';
import {
  INSTRUCTIONS,
  isClassicallyVirtualisable,
  isSensitive,
  runs,
  silentOn,
} from '../../../../shared/mechanics/processor/instructions.ts';
import { OUTCOMES } from '../../../../shared/world/machine/trap.ts';
import { TECHNIQUES } from '../../../../shared/world/machine/vm.ts';
import { some } from '../../../support/some.ts';

const OLD = { year: 2003, nestedPaging: false, virtualisationExtension: false };
const FIRST = { year: 2006, nestedPaging: false, virtualisationExtension: true };
const NEW = { year: 2015, nestedPaging: true, virtualisationExtension: true };

const kernel = (technique: Parameters<typeof runs>[2], host = NEW) =>
  Object.fromEntries(INSTRUCTIONS.map((one) => [one, runs(one, 0, technique, host)]));

describe('which CPUs trapping and emulating is enough for', () => {
  test('K32 an old x86 is not: four sensitive instructions do not trap outside ring 0', () => {
    expect(silentOn(OLD)).toEqual(['POPF', 'PUSHF', 'SGDT', 'SMSW']);
    expect(silentOn(OLD).every(isSensitive)).toBe(true);
    expect(isClassicallyVirtualisable(OLD)).toBe(false);
  });

  test('K32 one with VT-x is: a kernel keeps its ring 0, and nothing is silent', () => {
    for (const host of [FIRST, NEW]) {
      expect(silentOn(host)).toEqual([]);
      expect(isClassicallyVirtualisable(host)).toBe(true);
      for (const technique of ['hvm', 'hybrid'] as const)
        expect(Object.values(kernel(technique, host))).not.toContain('silent');
    }
  });

  test('K32 every technique sees to what would be silent: of a guest’s kernel nothing is', () => {
    for (const technique of TECHNIQUES) {
      for (const host of [OLD, NEW]) {
        for (const instruction of INSTRUCTIONS) {
          expect(runs(instruction, 0, technique, host)).not.toBe('silent');
        }
      }
    }
  });

  test('K32 where a kernel is out of ring 0, none of what would be silent runs as it is', () => {
    for (const instruction of some(silentOn(OLD))) {
      expect(runs(instruction, 0, 'bt', OLD)).toBe('translated');
      expect(runs(instruction, 0, 'para', OLD)).toBe('replaced');
      expect(runs(instruction, 0, 'emulation', OLD)).toBe('emulated');
      expect(runs(instruction, 0, 'hvm', NEW)).toBe('direct');
    }
  });
});

describe('what becomes of an instruction', () => {
  test('K32 by table A2, of a kernel under hardware assistance', () => {
    expect(kernel('hvm')).toMatchObject({
      'IN/OUT': 'exit',
      HLT: 'exit',
      CPUID: 'exit',
      'MOV CR3': 'direct',
      CLI: 'direct',
      POPF: 'direct',
      SYSCALL: 'direct',
    });
    expect(kernel('hvm', FIRST)['MOV CR3']).toBe('exit');
  });

  test('K32 by table A2, of a kernel that is translated, ported, or shared', () => {
    const { SYSCALL, ...rest } = kernel('bt', OLD);
    expect(SYSCALL).toBe('fault');
    expect(new Set(Object.values(rest))).toEqual(new Set(['translated']));
    expect(kernel('para', OLD)).toMatchObject({
      'MOV CR3': 'hypercall',
      HLT: 'hypercall',
      CLI: 'replaced',
      CPUID: 'fault',
    });
    expect(new Set(Object.values(kernel('container')))).toEqual(new Set(['direct']));
  });

  test('K32 an application’s ports fault inside the guest and never exit; its CPUID exits', () => {
    for (const technique of ['hvm', 'hybrid'] as const) {
      expect(runs('IN/OUT', 3, technique, NEW)).toBe('fault');
      expect(runs('CLI', 3, technique, NEW)).toBe('fault');
      expect(runs('CPUID', 3, technique, NEW)).toBe('exit');
    }
    expect(runs('CPUID', 3, 'para', NEW)).toBe('direct');
  });

  test('K32 K4 a system call goes straight to its kernel where nobody has to stand in between', () => {
    const call = (technique: Parameters<typeof runs>[2], host = NEW) =>
      runs('SYSCALL', 3, technique, host);
    expect(call('hvm')).toBe('direct');
    expect(call('container')).toBe('direct');
    expect(call('para', OLD)).toBe('direct');
    expect(call('para', NEW)).toBe('fault');
    expect(call('bt', OLD)).toBe('fault');
  });

  test('K32 every outcome but the silent one comes up', () => {
    const all = TECHNIQUES.flatMap((technique) =>
      ([0, 3] as const).flatMap((cpl) => INSTRUCTIONS.map((one) => runs(one, cpl, technique, NEW))),
    );
    expect(new Set(all)).toEqual(new Set(OUTCOMES.filter((outcome) => outcome !== 'silent')));
  });
});
