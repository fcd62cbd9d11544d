/** Longest text that is read at all: bounds the time a hostile input can cost. */
const LONGEST = 400;

/** Letters of the Arabic script that different keyboards write with different code points. */
const ARABIC_TWINS: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ۍ: 'ی',
  ێ: 'ی',
  ے: 'ی',
  ك: 'ک',
  ګ: 'گ',
  ڭ: 'گ',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ۆ: 'و',
  ۇ: 'و',
  ټ: 'ت',
  ٹ: 'ت',
  ډ: 'د',
  ڈ: 'د',
  ړ: 'ر',
  ڑ: 'ر',
  ڕ: 'ر',
  ڼ: 'ن',
  ں: 'ن',
  ڵ: 'ل',
  ٱ: 'ا',
};

/** Accents, short-vowel marks, tatweel, direction marks and joiners. Vowel signs of Indic and Thai letters stay. */
const UNSEEN =
  /\u0640|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\p{Cf}\p{Cs}\p{Cc}]/gu;

/**
 * Brings text to one written form: compatibility forms, case, diacritics, short-vowel marks, direction marks and
 * joiners that no reader sees. Keeps the script. Never throws; reads at most 400 characters.
 */
export function foldText(text: string): string {
  return text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/ا(?:\u0653|\u0654|\u0655)/gu, 'ا')
    .replace(/و\u0654/gu, 'ؤ')
    .replace(/(?:ی|ي)\u0654/gu, 'ئ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u0600-\u06ff]/gu, (letter) => ARABIC_TWINS[letter] ?? letter);
}
