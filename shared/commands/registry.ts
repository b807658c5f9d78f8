import { acknowledgeAlert } from './acknowledge-alert.ts';
import { cancelJob } from './cancel-job.ts';
import { closeLeak } from './close-breach.ts';
import type { Command } from './command.ts';
import { createVm } from './create-vm.ts';
import { destroy } from './destroy-vm.ts';
import { investigateVm } from './investigate-vm.ts';
import { scrubFrames } from './scrub-frames.ts';
import { scrubPolicy } from './scrub-policy.ts';
import { start } from './start-vm.ts';
import { stop } from './stop-vm.ts';

/** Every command, by name. One line each: the file and its text are all that is needed besides. */
export const commands: ReadonlyMap<string, Command> = new Map(
  [
    createVm,
    destroy,
    start,
    stop,
    investigateVm,
    scrubFrames,
    scrubPolicy,
    closeLeak,
    cancelJob,
    acknowledgeAlert,
  ].map((command) => [command.name, command]),
);
