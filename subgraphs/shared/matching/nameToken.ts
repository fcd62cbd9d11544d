import { familyShare, findFamilies } from './families';
import { namesBehind } from './namesBehind';
import { readSounds, type Script } from './readSounds';
import { skeletonsOf } from './skeleton';
import { soundSize, toSymbols } from './tokenDistance';

export type { Script };

/** One pronunciation of a token, ready for `tokenDistance`. */
interface Reading {
  text: string;
  symbols: Uint8Array;
  doubt: number;
}

/** One word of a name with everything that comparing it needs, computed once. */
export interface NameToken {
  /** Folded spelling. */
  text: string;
  script: Script;
  readings: Reading[];
  /** Spelling families that the token belongs to; empty for a name outside the list. */
  families: string[];
  /** Names in full that the token may be the short form of. */
  behind: readonly NameToken[];
  /** Share of people who carry the token. */
  share: number;
  /** Sound size of the likeliest reading: consonants 1, vowels half. */
  size: number;
  /** A lone initial stands for any name that starts so, and proves nothing. */
  initial: boolean;
  /** Coarse consonant outlines, for search keys. */
  skeletons: string[];
}

/** Share of an unlisted name with two consonants or fewer, and of a longer one: little rarer than the rarest listed. */
const SHORT_SHARE = 1 / 700;
const RARE_SHARE = 1 / 1500;

/** Few words make up most names: reading one takes longer than comparing two. Bounded; holds words, not people. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, NameToken | null>();

/** Reads one word of `splitName`; null when nothing in it can be pronounced. The token is shared: never change it. */
export function readNameToken(word: string): NameToken | null {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const token = readWord(word);
  remembered.set(word, token);
  return token;
}

function readWord(word: string): NameToken | null {
  const { script, sounds } = readSounds(word);
  const readings = sounds
    .map((sound) => ({ ...sound, symbols: toSymbols(sound.text) }))
    .filter(({ symbols }) => symbols.length > 0);
  if (readings.length === 0) return null;
  const size = soundSize(readings[0]!.symbols);
  const families = findFamilies(word, readings[0]!.text);
  const share = Math.max(...families.map(familyShare), 0) || (size < 3 ? SHORT_SHARE : RARE_SHARE);
  const behind = namesBehind(word).flatMap((name) => readNameToken(name) ?? []);
  const outlines = [
    ...readings.flatMap(({ text }) => skeletonsOf(text)),
    ...behind.map(({ skeletons }) => skeletons[0]!),
  ];
  const skeletons = [...new Set(outlines)].slice(0, 6);
  const initial = /^[a-z]$/u.test(word);
  return { text: word, script, readings, families, behind, share, size, initial, skeletons };
}
