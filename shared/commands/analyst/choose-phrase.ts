import { z } from 'zod';
import { PHRASES } from '../../world/people/phrase.ts';
import { define, schemaOf } from '../command.ts';
import { refuse } from '../refusal.ts';

interface ChoosePhrase extends Record<string, number | string> {
  /** Its number, counted from one. */
  readonly phrase: number;
}

/** Chooses what is in the data of every tenant to be known again: in Prepare, as often as they like (rule H9). */
export const choosePhrase = define<ChoosePhrase>({
  name: 'choose-phrase',
  role: 'analyst',
  key: '',
  always: true,
  schema: schemaOf<ChoosePhrase>({ phrase: z.int().min(1).max(PHRASES.length) }),
  offers: () => [],
  price: () => 0,
  length: () => 0,
  load: () => ({ host: 0, cycles: 0 }),
  claims: () => [],
  refusal: (world, { phrase }) => {
    if (world.phase !== 'prepare') return refuse('rule.written-already');
    return world.phrase === phrase ? refuse('rule.already-so') : null;
  },
  finish: ({ world }, { phrase }) => {
    world.phrase = phrase;
  },
  words: {
    name: { ko: '비밀 문구 고르기', en: 'Choose a phrase' },
    does: {
      ko: '모든 테넌트의 데이터에 이 문구를 넣습니다.',
      en: 'Puts it into the data of every tenant.',
    },
    done: { ko: '비밀 문구를 고른다', en: 'choose a secret phrase' },
  },
});
