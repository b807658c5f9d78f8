import type { Command } from '../commands/command.ts';
import { lengthOfOrder } from '../commands/length.ts';
import { commands } from '../commands/registry.ts';
import { rowRef } from '../world/fact.ts';
import type { HostId, JobId, SeatId, Seq } from '../world/ids.ts';
import type { Interruption, Job } from '../world/job.ts';
import { rows } from '../world/table.ts';
import { emit, type Turn } from '../world/turn.ts';
import type { ReadonlyWorld } from '../world/world.ts';
import { carryOut } from './settle.ts';

type Args = Readonly<Record<string, number | string>>;

/** Begins a command that has been admitted: at once, or as a job (rules J1, J2). */
export function begin(turn: Turn, command: Command, args: Args, seat: SeatId): void {
  const { world } = turn;
  const claims = command.claims(world, args);
  const price = command.price(world, args);
  const seq: Seq = emit(turn, 'order', {
    actor: { kind: 'seat', id: seat },
    subjects: claims,
    causes: [],
    data: { command: command.name, args, price },
  });
  world.credits -= price;
  const length = lengthOfOrder(world, command, args);
  const { host, cycles } = command.load(world, args);
  command.start?.(turn, args, { seat, seq });
  if (length === 0) {
    carryOut(turn, command, args, { seat, seq });
    return;
  }
  world.jobs.push({
    id: world.jobs.length as JobId,
    command: command.name,
    args,
    seat,
    host,
    cycles,
    claims,
    startedAt: world.tick,
    length,
    done: 0,
    cancelled: false,
    order: seq,
  });
}

/** The jobs stage: every job does its next tick of work, or ends (rules J3 to J5). */
export function runJobs(turn: Turn): void {
  for (const job of rows(turn.world.jobs)) {
    const command = commands.get(job.command);
    if (!command) throw new Error(`no command ${job.command}`);
    const order = { seat: job.seat, seq: job.order };
    const reason = job.cancelled ? 'cancelled' : (command.holds?.(turn.world, job.args) ?? null);
    if (reason !== null) {
      command.abandon?.(turn, job.args, order);
      end(turn, job, reason);
      continue;
    }
    job.done += 1;
    command.work?.(turn, job.args, job, order);
    if (job.done < job.length) continue;
    carryOut(turn, command, job.args, order);
    end(turn, job, 'done');
  }
}

/** Whether a host is off in this tick, for a job that has it restarted or installed anew. */
export function isOff(world: ReadonlyWorld, host: HostId): boolean {
  for (const { command, args } of rows(world.jobs)) {
    if (args.host === host && commands.get(command)?.hostOff?.(args) === true) return true;
  }
  return false;
}

function end(turn: Turn, job: Job, outcome: 'done' | 'cancelled' | Interruption): void {
  turn.world.jobs[job.id] = null;
  emit(turn, 'job-ended', {
    actor: { kind: 'seat', id: job.seat },
    subjects: [...new Set([...job.claims, ...(job.host === 0 ? [] : [rowRef('hosts', job.host)])])],
    causes: [job.order],
    data: { command: job.command, outcome },
  });
}
