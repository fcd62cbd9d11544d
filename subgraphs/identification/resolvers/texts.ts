import type { Bilingual } from '../../shared/reference/bilingual';
import type { Language } from '../../shared/graph/vocabulary';

/** The text in the language asked for. */
export function inLanguage(text: Bilingual, language: Language): string {
  return language === 'EN' ? text.en : text.sv;
}
