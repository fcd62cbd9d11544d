import { collapseRepeats } from './readArabic';

/** Spellings of one sound, longest first. Order matters: `sch` before `ch` before `c`. */
const SPELLINGS: [RegExp, string][] = [
  [/tsch|tch|dzh|dsch/gu, 'C'],
  [/sch|sh/gu, 'S'],
  [/kh/gu, 'X'],
  [/ph/gu, 'f'],
  [/gh/gu, 'G'],
  [/zh/gu, 'Z'],
  [/th/gu, 'T'],
  [/dh/gu, 'D'],
  [/ck/gu, 'k'],
  [/ch/gu, 'C'],
  [/dj(?=[aeiou])/gu, 'j'],
  [/t[sz]/gu, 'c'],
  [/qu(?=[ei])/gu, 'k'],
  [/gu(?=[ei])/gu, 'g'],
  [/oo|ou/gu, 'u'],
  [/ee/gu, 'i'],
  [/([aeiou])\1+/gu, '$1'],
  [/(?<=[aeiou])h$/gu, '_'],
  [/y(?![aeiou])(?<![aeiou]y)/gu, 'i'],
  [/(?<=[aeou])i/gu, 'y'],
  [/i(?=[aeou])/gu, 'y'],
  [/iy/gu, 'y'],
];

/**
 * Reads one lower-case word of plain Latin letters as sound symbols. Two readings when the word holds `c` or `x`:
 * European (`c` as k or s, `x` as ks) and Somali (`c` is ayn, `x` is ح).
 */
export function readLatin(word: string): string[] {
  const european = spell(
    word
      .replace(/(?<!s)c(?=[eiy])/gu, 's')
      .replace(/c(?![hk])/gu, 'k')
      .replace(/x/gu, 'ks'),
  );
  if (!/[cx]/u.test(word)) return [european];
  const somali = spell(word.replace(/c(?!h)/gu, '`').replace(/x/gu, 'H'));
  return somali === european ? [european] : [european, somali];
}

function spell(word: string): string {
  const read = SPELLINGS.reduce((text, [pattern, symbol]) => text.replace(pattern, symbol), word);
  return collapseRepeats(read.replace(/[^a-zTDSZCXGH`_]/gu, ''));
}
