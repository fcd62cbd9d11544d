/**
 * Takes away what nobody typed on purpose: control characters, and marks that turn the direction of the text that
 * follows. Joiners stay, since Persian and other scripts need them inside words.
 */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ');
}
