import { badInput } from './badInput';

export interface TextLimits {
  /** Fewest characters, without the blanks around them. @default 1 */
  readonly least?: number;
  /** @default 2000 */
  readonly most?: number;
}

/**
 * Reads a text that a person wrote.
 * @throws BAD_USER_INPUT when it is too short or too long, or holds control characters, which no register can keep
 */
export function readText(value: string, field: string, { least = 1, most = 2_000 }: TextLimits = {}): string {
  const text = value.trim();
  const length = [...text].length;
  if (length < least || length > most || /[^\P{C}\n\r\t]/u.test(text)) {
    throw badInput(field, {
      sv: `${field} ska vara ${least}–${most} tecken utan styrtecken; det är ${length}.`,
      en: `${field} must be ${least}–${most} characters without control characters; it has ${length}.`,
    });
  }
  return text;
}
