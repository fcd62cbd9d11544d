/**
 * One letter of the Arabic script (Arabic, Persian, Dari, Pashto, Sorani; folded) as one sound symbol. Short vowels
 * are not written, so none appear; و and ی may be vowel or consonant and have symbols of their own.
 */
const SOUNDS: Record<string, string> = {
  ا: 'A',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ث: 'T',
  ج: 'j',
  چ: 'C',
  ح: 'H',
  خ: 'X',
  څ: 'c',
  ځ: 'z',
  د: 'd',
  ذ: 'D',
  ر: 'r',
  ز: 'z',
  ژ: 'Z',
  ږ: 'Z',
  س: 's',
  ش: 'S',
  ښ: 'S',
  ص: 's',
  ض: 'D',
  ط: 't',
  ظ: 'D',
  ع: '`',
  غ: 'G',
  ف: 'f',
  ڤ: 'v',
  ق: 'q',
  ک: 'k',
  گ: 'g',
  ل: 'l',
  م: 'm',
  ن: 'n',
  و: 'W',
  ؤ: 'W',
  ه: 'h',
  ة: 'Q',
  ی: 'Y',
  ئ: '?',
  ء: '?',
};

/** Reads one word of folded Arabic script as sound symbols. Letters it does not know are left out. */
export function readArabic(word: string): string {
  const letters = [...word.replace(/تش/gu, 'چ').replace(/ت[سز]/gu, 'څ')];
  let symbols = '';
  letters.forEach((letter, index) => {
    const last = index === letters.length - 1 && index > 0;
    symbols += last && letter === 'ه' ? 'Q' : last && letter === 'ی' ? 'I' : (SOUNDS[letter] ?? '');
  });
  return collapseRepeats(symbols.replace(/^\?*A/u, 'O'));
}

/** Doubled letters are one sound: gemination is spelled at will. */
export function collapseRepeats(symbols: string): string {
  return symbols.replace(/(.)\1+/gu, '$1');
}
