import type { JobId } from '../../world/ids.ts';
import { find } from '../../world/table.ts';
import { define, id, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface CancelJob extends Record<string, number | string> {
  readonly job: JobId;
}

/** Ends a job early. What it had done stays done, and nothing is given back (rule J4). */
export const cancelJob = define<CancelJob>({
  name: 'cancel-job',
  role: 'operator',
  key: '',
  always: true,
  schema: schemaOf<CancelJob>({ job: id }),
  offers: () => [],
  price: () => 0,
  length: () => 0,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [],
  refusal: (world, { job }) => (find(world.jobs, job) ? null : refuse('rule.no-such-thing')),
  finish: ({ world }, { job }) => {
    const row = find(world.jobs, job);
    if (row) row.cancelled = true;
  },
  words: {
    name: { ko: '취소', en: 'Cancel' },
    does: {
      ko: '여기서 그만둡니다. 한 만큼은 남습니다.',
      en: 'Stops here. What is done stays done.',
    },
    done: {
      ko: '작업을 취소한다',
      en: 'cancel the job',
    },
  },
});
