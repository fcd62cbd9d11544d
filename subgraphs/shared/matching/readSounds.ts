import { romanise } from './romanise';
import { collapseRepeats, readArabic } from './readArabic';
import { readLatin } from './readLatin';

/** What a script writes: every vowel, consonants with few vowels, or syllables whose weakest vowel may be silent. */
export type Script = 'FULL' | 'ABJAD' | 'SYLLABIC';

/** One way to pronounce a written word. `doubt` is added to every distance measured with it. */
export interface Sound {
  text: string;
  doubt: number;
}

const DOUBT = 0.02;
const MOST_LETTERS = 24;

/** Reads a folded word (one token of `splitName`) as the ways it may sound: one to four. */
export function readSounds(word: string): { script: Script; sounds: Sound[] } {
  const letters = word.slice(0, MOST_LETTERS);
  if (/\p{Script=Arabic}/u.test(letters)) {
    return { script: 'ABJAD', sounds: doubting(arabicForms(letters).map((form) => soundArabic(form))) };
  }
  const latin = romanise(letters);
  if (/\p{Script=Hebrew}|\p{Script=Syriac}/u.test(letters)) {
    return { script: 'ABJAD', sounds: doubting([soundHebrew(latin)]) };
  }
  const script = /\p{Script=Ethiopic}/u.test(letters) ? 'SYLLABIC' : 'FULL';
  return { script, sounds: doubting(latinForms(latin).flatMap((form) => soundLatin(form))) };
}

/** The likeliest reading first; any other carries a doubt. */
function doubting(texts: string[]): Sound[] {
  return [...new Set(texts)].slice(0, 4).map((text, index) => ({ text, doubt: index === 0 ? 0 : DOUBT }));
}

/** The word with its compound parts marked: `&` for servant-of, the stem without article. */
function arabicForms(word: string): string[] {
  const servant = /^عبد(?:ال)?(?<stem>.{3,})$/u.exec(word)?.groups?.['stem'];
  if (servant && !servant.startsWith('له')) return [`&${servant}`];
  if (word.startsWith('عبدالله')) return ['&له'];
  const tail = /^(?<stem>.{2,})ال(?<end>دین|له)$/u.exec(word)?.groups;
  if (tail) return [tail['stem']! + tail['end']!];
  const bare = /^ال(?<stem>.{3,})$/u.exec(word)?.groups?.['stem'];
  return bare && !/^(یاس|هام|ه)/u.test(bare) ? [bare, word] : [word];
}

function latinForms(word: string): string[] {
  const servant = /^c?abd[aeiou]{0,2}(?<stem>[a-z]{4,})$/u.exec(word)?.groups?.['stem'];
  if (servant) return servantForms(servant);
  const faith = /^(?<stem>[a-z]{2,}?)[aeiou]{1,2}l?dd?(?:in|een|ine|yn|iin)$/u.exec(word)?.groups;
  if (faith) return [`${faith['stem']!}din`, word];
  const god = /^(?<stem>[a-z]{3,}?)[aeou]{1,2}ll(?:ah|aah|a)$/u.exec(word)?.groups;
  if (god) return [`${god['stem']!}lah`, word];
  const article = /^[ae]l(?<stem>[a-z]{4,})$/u.exec(word)?.groups?.['stem'];
  return article && !/^[aeiouy]/u.test(article) ? [word, article] : [word];
}

/** `abdullatif` may hide an article before its stem; `abdullah` is a stem of its own. */
function servantForms(stem: string): string[] {
  if (/^l*[aeiou]{0,2}l*[ae]{1,2}h?[iy]{0,2}$/u.test(stem) && /ll|^l?la/u.test(stem)) return ['&lah'];
  return stem.startsWith('l') ? [`&${stem.slice(1)}`, `&${stem}`] : [`&${stem}`];
}

function soundArabic(form: string): string {
  return form.startsWith('&') ? `&${readArabic(form.slice(1))}` : readArabic(form);
}

function soundLatin(form: string): string[] {
  return form.startsWith('&') ? readLatin(form.slice(1)).map((sound) => `&${sound}`) : readLatin(form);
}

function soundHebrew(latin: string): string {
  const sounds = [...latin.replace(/sh/gu, 'S').replace(/kh|ch/gu, 'X').replace(/ts/gu, 's')];
  return collapseRepeats(
    sounds.map((sound) => ({ y: 'Y', w: 'W', v: 'v', "'": 'A' })[sound] ?? sound).join(''),
  ).replace(/[^a-zSXAYW`]/gu, '');
}
