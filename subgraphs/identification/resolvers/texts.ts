import type { Language } from '../../shared/graph/vocabulary';
import type { Text } from '../../../schema/protocol/text';

/** The text in the language asked for. */
export function inLanguage(text: Text, language: Language): string {
  return language === 'EN' ? text.en : text.sv;
}
