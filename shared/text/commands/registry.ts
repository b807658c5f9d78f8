import type { CommandText } from '../kinds.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { cancelJob } from './cancel-job.ts';
import { closeBreach } from './close-breach.ts';
import { createVm } from './create-vm.ts';
import { destroyVm } from './destroy-vm.ts';
import { investigateVm } from './investigate-vm.ts';
import { scrubFrames } from './scrub-frames.ts';
import { scrubPolicy } from './scrub-policy.ts';
import { startVm } from './start-vm.ts';
import { stopVm } from './stop-vm.ts';

/** Texts of commands, by the command's name. */
export const commands = {
  'acknowledge-alert': acknowledgeAlert,
  'cancel-job': cancelJob,
  'close-breach': closeBreach,
  'create-vm': createVm,
  'destroy-vm': destroyVm,
  'investigate-vm': investigateVm,
  'scrub-frames': scrubFrames,
  'scrub-policy': scrubPolicy,
  'start-vm': startVm,
  'stop-vm': stopVm,
} satisfies Record<string, CommandText>;
