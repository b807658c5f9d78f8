import type { Kind } from '../../../world/machine/trap.ts';
import { CHECK } from '../../cost/checks.ts';
import { passedOn, TRANSLATED_CALL, TRANSLATED_FAULT } from '../../cost/handling.ts';
import { type CostTraits, NATIVE, TRACED_WRITE, TRANSLATED_SYSCALL } from '../../cost/prices.ts';
import { acting, alone, type Stage, type Turnout } from './stage.ts';

const app = acting('app', null, 3);
const kernel = acting('guest-kernel', null, 1);
const cpu = acting('cpu', null, 0);
const translator = acting('translator', null, 0);

/** A touch of a device: where it stood, the translator put a call of the device's model (C23). */
function touch(host: CostTraits, { checked, refused, held = false }: Turnout): Stage[] {
  const driver = host.platform === 'type2' ? acting('host-kernel', null, 0) : translator;
  const sends = host.platform === 'type2' ? 'throughHost' : 'ownDriver';
  return [
    kernel('translatedTouch'),
    ...(checked ? [translator('check', CHECK)] : []),
    ...(held ? [translator('holds')] : []),
    ...(refused
      ? [translator('refuse'), kernel('faults')]
      : [
          translator('modelInside', TRANSLATED_CALL),
          driver(sends, passedOn(host, NATIVE.device)),
          kernel('continues'),
        ]),
  ];
}

/** The stages of an operation of a translated guest (table A2). */
export function translatedStages(kind: Kind, host: CostTraits, turnout: Turnout): Stage[] {
  switch (kind) {
    case 'compute':
      return alone(app, 'direct', kind);
    case 'cpuid':
      return alone(app, 'nativeCpuid', kind);
    case 'syscall':
      return [
        app('calls'),
        translator('caught', TRANSLATED_SYSCALL),
        kernel('servesTranslated', NATIVE.syscall),
        app('returns'),
      ];
    case 'device':
      return touch(host, turnout);
    case 'pageTable':
      return [kernel('writesTable'), translator('traces', TRACED_WRITE), kernel('goesOn')];
    case 'interrupt':
      return [
        cpu('arrives'),
        translator('delivers', TRANSLATED_FAULT),
        kernel('handles', NATIVE.interrupt),
      ];
    case 'halt':
      return [
        kernel('translatedHalt'),
        translator('schedules', TRANSLATED_CALL),
        kernel('wakes', NATIVE.halt),
      ];
  }
}
