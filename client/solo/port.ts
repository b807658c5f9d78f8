import type { FromWorker, ToWorker } from './messages.ts';

/**
 * A worker's own side of its channel. Typed here by hand: the library types of workers contradict
 * those of pages, and both are checked as one program.
 */
export interface WorkerPort {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
}

export function ownPort(): WorkerPort {
  return globalThis as unknown as WorkerPort;
}
