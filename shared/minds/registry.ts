import type { MindName } from '../world/people/attacker.ts';
import { crew } from './crew.ts';
import type { Mind } from './mind.ts';
import { opportunist } from './opportunist.ts';
import { persistent } from './persistent.ts';

/** Every mind, by name. */
export const minds: Readonly<Record<MindName, Mind>> = { opportunist, crew, persistent };
