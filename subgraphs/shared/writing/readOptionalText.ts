import { readText, type TextLimits } from './readText';

/** Reads a text that may be left out; blanks alone are none. @throws BAD_USER_INPUT as `readText` */
export function readOptionalText(
  value: string | null | undefined,
  field: string,
  limits: TextLimits = {},
): string | null {
  return value && value.trim() !== '' ? readText(value, field, limits) : null;
}
