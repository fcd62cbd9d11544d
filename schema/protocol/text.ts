/** A text to people, in both languages of the hub. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}
