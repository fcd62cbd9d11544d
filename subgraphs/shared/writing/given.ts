/** An input as it arrives: what is not demanded may be left out or null. */
export type Given<Read, Demanded extends keyof Read> = Pick<Read, Demanded> & {
  readonly [Name in Exclude<keyof Read, Demanded>]?: Read[Name] | null;
};
