import { askServer } from '../net/ask-server.ts';
import type { LinkStatus } from '../net/link.ts';
import { createPatience, type Waiting } from '../net/patience.ts';
import { AGAIN_MS, type Trouble } from '../net/trouble.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** What of a `Worker` is used. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  /** @param fail told why; nothing when its script did not come */
  listen(hear: (message: FromWorker) => void, fail: (message: string | undefined) => void): void;
}

export interface SturdyWorkerOptions extends Waiting {
  readonly open: () => WorkerLike;
  readonly hear: (message: FromWorker) => void;
  readonly status: (status: LinkStatus) => void;
  /** It has failed at its work, and another would fail as well. */
  readonly fail: (message: string) => void;
  /** Why a script did not come. */
  readonly diagnose?: () => Promise<Trouble>;
}

export interface SturdyWorker {
  post(message: ToWorker): void;
  /** Begins anew at once, if it has not begun yet. */
  retry(): void;
  end(): void;
}

/**
 * A worker whose script may be slow to come, or not come at first: it is fetched until it is there, and
 * is then told everything that was said to it meanwhile.
 */
export function openSturdyWorker(options: SturdyWorkerOptions): SturdyWorker {
  const { open, hear, fail, after, online } = options;
  const patience = createPatience<LinkStatus>(options, options.status);
  const diagnose =
    options.diagnose ??
    (async (): Promise<Trouble> => {
      const answer = await askServer('api/addresses', online);
      return 'trouble' in answer ? answer.trouble : 'incomplete';
    });
  /** Said before it was heard from; `null` once it was. */
  let unheard: ToWorker[] | null = [];
  let worker: WorkerLike | null = null;
  let ended = false;

  const begin = (): void => {
    worker?.terminate();
    const mine = open();
    worker = mine;
    mine.listen(
      (message) => {
        if (unheard !== null) {
          unheard = null;
          patience.tell({ kind: 'online' });
        }
        hear(message);
      },
      (message = '') => {
        if (unheard === null || message !== '') fail(message);
        else void comeAgain(mine);
      },
    );
    for (const message of unheard ?? []) mine.postMessage(message);
  };
  const comeAgain = async (failed: WorkerLike): Promise<void> => {
    const trouble = await diagnose();
    if (ended || worker !== failed) return;
    patience.tell({ kind: 'connecting', trouble });
    after(AGAIN_MS, () => {
      if (!ended && worker === failed) begin();
    });
  };

  patience.tell({ kind: 'connecting' });
  begin();
  return {
    post: (message) => {
      unheard?.push(message);
      worker?.postMessage(message);
    },
    retry: () => {
      if (!ended && unheard !== null) begin();
    },
    end: () => {
      ended = true;
      worker?.terminate();
    },
  };
}
