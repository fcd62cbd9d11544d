/** Words for people, in both languages of the hub. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

export type Language = 'sv' | 'en';

/** Puts values into the places of a text: `{name}`. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const put = (words: string): string =>
    words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
  return { sv: put(text.sv), en: put(text.en) };
}
