/** A text to a human, in both languages of the service. */
export interface Bilingual {
  sv: string;
  en: string;
}
