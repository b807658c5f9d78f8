import { englishRecommendedTransformers, parseRawPattern, RegExpMatcher } from 'obscenity';
import { withoutOrdinary, wordsOf } from './ordinary.ts';

/** @returns true for a sentence that is clear abuse. */
export type SentenceFilter = (text: string) => boolean;

/**
 * Words that are abuse wherever they stand. Korean ones are known by how they begin, since endings
 * follow; what is abuse in a few mouths only, or an ordinary word as well, is left to the instructor.
 */
const KOREAN =
  /^(?:아|에이|야|이|개|핵|존나)?(?:[씨쒸]|시(?!발(?:점|역)))[이1]?[발빨팔](?:$|[놈년새것들아련이야끼]|ㅋ|ㅎ)|^(?:개|상|핵)?[병븅빙]신(?:$|[같아이들새짓놈])|^(?:개|염병|생)?지랄|(?:^개|씹|호로|미친|[놈년]의?)새[끼키]|^새끼(?:야|들아)$|[좆졷]|^씹(?:$|[새할팔창년놈])|^존나|^쌍[놈년]|^썅|^미친[놈년]|^(?:니|네|느그|너거)[애에]미|^느금마|^니미럴|^엠창|걸레년|^창녀|^섹[스쓰]|^염병할/u;

/** Letters without vowels, as they are typed in haste. */
const KOREAN_LETTERS = /^(?:ㅅㅂ|ㅆㅂ|ㅂㅅ|ㅄ|ㅈㄹ|ㅈㄴ|ㅁㅊㄴ)[ㅋㅎㅠㅜㅡ]*[놈년아]?$/u;

/** The same on a keyboard left on English, and in Latin letters. */
export const KOREAN_IN_LATIN =
  /^(?:tlqkf|qudtls|wlfkf|rotorl|whssk|s+h?h?i+b+a+l+|b(?:yeo|yu|you)ng?sh?in|jiral|gae?sae?kk?i|michinn(?:om|yeon))$/u;

/** Whole words, as the matcher sees them: doubled letters are one but for b, e, o, l, s and g. */
const ENGLISH = [
  ...['fuck', 'fucks', 'fucked', 'fucker', 'fuckers', 'fuckin', 'fucking', 'fuckface', 'stfu'],
  ...['motherfucker', 'motherfuckers', 'motherfucking', 'fuckyou', 'fuckoff', 'kys'],
  ...[
    'shit',
    'shits',
    'shity',
    'shithead',
    'bullshit',
    'bitch',
    'bitches',
    'bitchy',
    'cunt',
    'cunts',
  ],
  ...['nigger', 'niggers', 'nigga', 'niggas', 'faggot', 'faggots', 'asshole', 'assholes', 'whore'],
  ...['whores', 'slut', 'sluts', 'dickhead', 'dickheads', 'wanker', 'wankers', 'twat', 'twats'],
];

/** For what people say to each other. It only refuses; what was typed can be put another way. */
export function createSentenceFilter(): SentenceFilter {
  const english = new RegExpMatcher({
    ...englishRecommendedTransformers,
    blacklistedTerms: ENGLISH.map((word, id) => ({ id, pattern: parseRawPattern(`|${word}|`) })),
    whitelistedTerms: [],
  });
  return (sentence) => {
    const letters = sentence.normalize('NFC');
    const text = withoutOrdinary(letters.normalize('NFKC'));
    return (
      wordsOf(letters).some((word) => KOREAN_LETTERS.test(word)) ||
      wordsOf(text).some(
        (word) =>
          KOREAN.test(word) || KOREAN_IN_LATIN.test(word.toLowerCase()) || english.hasMatch(word),
      )
    );
  };
}
