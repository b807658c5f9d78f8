// A process that leaves threads open, one of them in the middle of nothing, and has nothing left to do.
import { openThread } from '../../../server/thread.ts';
import type { Told } from './moody-thread.ts';

const source = '../tests/server/support/moody-thread.ts';
openThread<Told, string>(source, 'the thread that is asked nothing');
const thread = openThread<Told, string>(source, 'the thread');
process.stdout.write(await thread.ask('let go'));
