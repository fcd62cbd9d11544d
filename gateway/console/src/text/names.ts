/** A name as the registers hold it: whole, or in parts. */
interface HeldName {
  readonly full: string | null;
  readonly given: string | null;
  readonly family: string | null;
}

/** Each name once, as it is read; none where the reader may see none. */
export function readableNames(names: readonly HeldName[] | null | undefined): string[] {
  const whole = (names ?? []).map(
    ({ full, given, family }) => full ?? [given, family].filter(Boolean).join(' '),
  );
  return [...new Set(whole)];
}
