import { check as isKoreanAbuse } from 'korcen';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { withoutOrdinary, wordsOf } from './ordinary.ts';
import { KOREAN_IN_LATIN } from './sentences.ts';

/** Why a class must not be shown a name: `poses` as someone who leads it. */
type NameTrouble = 'unfit' | 'poses';

/** @returns what is wrong with a name, or `null`. */
export type NameFilter = (nickname: string) => NameTrouble | null;

// korcen against badwords-ko, on 25,000 Korean full names (96 surnames, 263 given names): both
// catch what is meant; korcen's false hits are names that begin with 염병, 보지 or 엄창/남창 (some
// forty, listed below), badwords-ko's are all of 정병- (정 is the fifth surname of the land) and
// everyday words such as 시발점, 오크 and 존맛. korcen also knows far more, but misses some of
// the plainest words, which are listed here.
const KOREAN_MISSED =
  /씨발|씨빨|존나|씹|좆|후장|따먹|개새[끼키]|섹[쓰스]|창녀|걸레년|애미뒤|느그[애에]미|빠구리/u;
const KOREAN_NAMES =
  /^(?:염병(?!할)[가-힣]|황?보지[가-힣]|(?:남|엄)창[연영]|노애미|시바견|자위대|육시[가-힣])$/u;

/** Korean words typed with the keyboard left on English, and what the names below would let in. */
const MORE = /tlqkf|qudtls|wlfkf|whssk|dick(?:head|face)/iu;

const LETTERS: Readonly<Record<string, string>> = {
  1: 'i',
  3: 'e',
  4: 'a',
  0: 'o',
  '@': 'a',
  '!': 'i',
};

/** Names of those who lead a class, alone or at the end of a name: 강사, 김 교수님, admin1. */
const LEADER_KO =
  /(?:강사|선생|교수|조교|관리자|운영자|운영진|시스템)(?:님|쌤)?$|^(?:쌤|선생님.*|강사님.*|하이퍼워드)$/u;
const LEADER_EN =
  /^(?:admin|administrator|moderator|instructor|teacher|professor|prof|lecturer|operator|system|hyperward)$/u;

/** Real names and words the English list takes for something else. */
const ENGLISH_NAMES = [
  'dick',
  'dickens',
  'dickson',
  'penistone',
  'peniel',
  'shital',
  'shitala',
  'shitake',
  'shiitake',
  'mishita',
  'analise',
  'annalise',
  'analisa',
  'cummings',
  'cumming',
  'fuka',
  'dyke',
  'vandyke',
  'titu',
  'cockburn',
  'hancock',
  'cockpit',
  'pussycat',
  'fuku',
  'shitak',
  'focker',
  'ashit',
  'nishit',
  'harshit',
];

/** Letters that draw nothing: a name of only these cannot be seen or called. */
const INVISIBLE = /[\s\p{M}\u115f\u1160\u3164\uffa0\u2800]/gu;

const HANGUL = /[\p{Script=Hangul}]/u;

/** A word without its digits, or with the letters that they stand for. */
const lettersOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/\d+$/, '')
    .replaceAll(/[1340@!]/g, (sign) => LETTERS[sign] ?? '');

/** A name that someone who leads the class might have. */
function poses(text: string): boolean {
  const plain = text.toLowerCase().replaceAll(/[^\p{L}\s]/gu, '');
  const words = plain.split(/\s+/u).filter((word) => word !== '');
  const whole = words.join('');
  return (
    LEADER_KO.test(whole) || LEADER_EN.test(whole) || words.some((word) => LEADER_EN.test(word))
  );
}

/**
 * The filter of names in both languages. A name is seen by all for an hour, so it is judged more
 * strictly than a sentence; who is refused can choose another.
 */
export function createNameFilter(): NameFilter {
  const { blacklistedTerms = [], whitelistedTerms = [] } = englishDataset.build();
  const english = new RegExpMatcher({
    ...englishRecommendedTransformers,
    blacklistedTerms,
    whitelistedTerms: [...whitelistedTerms, ...ENGLISH_NAMES],
  });
  const korean = (word: string): boolean =>
    HANGUL.test(word) &&
    (KOREAN_MISSED.test(word) || (isKoreanAbuse(word) && !KOREAN_NAMES.test(word)));
  return (nickname) => {
    const text = nickname.normalize('NFKC');
    if (text.replace(INVISIBLE, '') === '') return 'unfit';
    // korcen reads Latin letters as Korean ones by their shape and finds words in any English name.
    // It wants single letters as they are typed (ㅅㅂ), which NFKC would turn into others.
    const hangul = wordsOf(withoutOrdinary(nickname.normalize('NFC'))).some(korean);
    const latin = wordsOf(text).some(
      (word) => MORE.test(word) || KOREAN_IN_LATIN.test(lettersOf(word)) || english.hasMatch(word),
    );
    if (hangul || latin) return 'unfit';
    return poses(text) ? 'poses' : null;
  };
}
