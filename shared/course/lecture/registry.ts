import { beforeAndAfter } from './before-and-after.ts';
import { hypervisors } from './hypervisors.ts';
import type { LectureSection, LectureWords } from './section.ts';
import { security } from './security.ts';
import { techniques } from './techniques.ts';
import { traps } from './traps.ts';

/** Every section of the lecture that has something to play, in the lecture’s order. */
export const lecture: readonly LectureSection[] = [
  ...beforeAndAfter,
  ...hypervisors,
  ...techniques,
  ...traps,
  ...security,
].sort((a, b) => a.number - b.number);

/** What is said of each, by its number. */
export const lectureWords: Readonly<Record<string, LectureWords>> = Object.fromEntries(
  lecture.map(({ number, words }) => [number, words]),
);

/** The numbers of the sections that are played in a scenario, in order. */
export const sectionsOf = (scenario: string): readonly number[] =>
  lecture
    .filter(({ played }) => played.some((one) => one.scenario === scenario))
    .map(({ number }) => number);
