/** A connection knows its statements and their plans: it is kept, and asked from time to time whether it still holds. */
export const keptOpen = (most: number) =>
  ({ min: most, keepAlive: true, keepAliveInitialDelayMillis: 60_000 }) as const;
