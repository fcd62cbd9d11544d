/** What somebody has heard about a child's age: a day, or roughly how old. */
export type Birth = { readonly birthDate: string } | { readonly age: number };

/**
 * Reads `2010-05-31`, `20100531`, `31/5 2010`, `31.5.2010`, `2010`, `16`, `ca 16`, `ungefär 16 år`, `about 16`, in any
 * script's digits.
 *
 * @param today YYYY-MM-DD in Stockholm
 * @returns null when it is none of them
 */
export function readBirth(text: string, today: string): Birth | null {
  const given = toAsciiDigits(text).trim().toLowerCase();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(given);
  if (iso) return day(iso[1]!, iso[2]!, iso[3]!);
  const spoken = /^(\d{1,2})[/.\s-]+(\d{1,2})[/.\s-]+(\d{4})$/.exec(given);
  if (spoken) return day(spoken[3]!, spoken[2]!, spoken[1]!);
  const year = /^(?:född|born)?\s*((?:19|20)\d{2})$/.exec(given);
  if (year) return readAge(Number(today.slice(0, 4)) - Number(year[1]));
  const age =
    /^(?:ca|cirka|c:a|omkring|runt|ungefär|kanske|about|around|approx|~)?\.?\s*(\d{1,3})\s*(?:år|years?(?: old)?|y)?$/;
  const aged = age.exec(given);
  return aged ? readAge(Number(aged[1])) : null;
}

function readAge(age: number): Birth | null {
  return age >= 0 && age <= 120 ? { age } : null;
}

function day(year: string, month: string, date: string): Birth | null {
  const birthDate = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const parsed = new Date(`${birthDate}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(birthDate);
  return exists ? { birthDate } : null;
}

/** Arabic-Indic and Persian digits, as a child's phone may write them. */
function toAsciiDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
