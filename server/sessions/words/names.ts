import { check as isKoreanAbuse } from 'korcen';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

/** @returns true for a name that must not be shown to a class. */
export type NicknameFilter = (nickname: string) => boolean;

// korcen against badwords-ko, on 25,000 Korean full names (96 surnames, 263 given names): both
// catch what is meant; korcen's false hits are names that begin with 염병, 보지 or 엄창/남창 (some
// forty, listed below), badwords-ko's are all of 정병- (정 is the fifth surname of the land) and
// everyday words such as 시발점, 오크 and 존맛. korcen also knows far more, but misses some of
// the plainest words, which are listed here.
const KOREAN_MISSED =
  /^씨\s*발|씨발|씨빨|존나|씹|좆|후장|따먹|개새[끼키]|섹[쓰스]|창녀|걸레년|애미뒤|느그[애에]미|빠구리/u;
const KOREAN_NAMES =
  /^(?:염병(?!할)[가-힣]|황?보지[가-힣]|(?:남|엄)창[연영]|노애미|시바견|자위대|육시[가-힣])$/u;

/** Korean words typed with the keyboard left on English, and what the names below would let in. */
const MORE = /tlqkf|qudtls|wlfkf|whssk|dick(?:head|face)/iu;

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
];

/** Letters that draw nothing: a name of only these cannot be seen or called. */
const INVISIBLE = /[\s\p{M}\u115f\u1160\u3164\uffa0\u2800]/gu;

const HANGUL = /[\p{Script=Hangul}]/u;

/** The filter of both languages. It only refuses; who is refused can choose another name. */
export function createNicknameFilter(): NicknameFilter {
  const { blacklistedTerms = [], whitelistedTerms = [] } = englishDataset.build();
  const english = new RegExpMatcher({
    ...englishRecommendedTransformers,
    blacklistedTerms,
    whitelistedTerms: [...whitelistedTerms, ...ENGLISH_NAMES],
  });
  const korean = (text: string): boolean =>
    KOREAN_MISSED.test(text) || (isKoreanAbuse(text) && !KOREAN_NAMES.test(text));
  return (nickname) => {
    const text = nickname.normalize('NFKC');
    if (text.replace(INVISIBLE, '') === '') return true;
    // korcen reads Latin letters as Korean ones by their shape and finds words in any English name.
    // It wants single letters as they are typed (ㅅㅂ), which NFKC would turn into others.
    const hangul = HANGUL.test(text) && korean(nickname.normalize('NFC'));
    return hangul || MORE.test(text) || english.hasMatch(text);
  };
}
