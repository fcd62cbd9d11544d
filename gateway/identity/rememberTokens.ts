/** A verified token costs one signature check per minute; a withdrawn key stops working within it. */
const rememberedSeconds = 60;
const capacity = 5_000;

export interface TokenMemory<T> {
  find(token: string, now: Date): T | undefined;
  /** `expires`: when the token itself ends, in seconds since 1970. */
  keep(token: string, value: T, now: Date, expires: number): void;
}

export function rememberTokens<T>(): TokenMemory<T> {
  const kept = new Map<string, { value: T; until: number }>();
  return {
    find(token, now) {
      const entry = kept.get(token);
      if (!entry) return undefined;
      if (now.getTime() < entry.until) return entry.value;
      kept.delete(token);
      return undefined;
    },
    keep(token, value, now, expires) {
      if (kept.size >= capacity) kept.delete(kept.keys().next().value as string);
      kept.set(token, { value, until: Math.min(now.getTime() + rememberedSeconds * 1000, expires * 1000) });
    },
  };
}
