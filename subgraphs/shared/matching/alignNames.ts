import { isOneSlip } from './normaliseNumbers';
import type { Model } from './matchingModel';
import { readNameToken, type NameToken } from './nameToken';
import type { PreparedName } from './prepareName';
import { sumNameWeights } from './sumNameWeights';
import { tokenDistance } from './tokenDistance';

/** Two tokens taken for each other. */
interface TokenPair {
  one: NameToken;
  other: NameToken;
  /** 0 the same, 1 nothing in common. */
  distance: number;
  /** Bits. */
  weight: number;
}

/** The best way to lay one name over another, whatever the order of the words. */
export interface Alignment {
  pairs: TokenPair[];
  /** Tokens that only the longer name has. */
  extra: number;
  /** Bits, before any limit that the level sets. */
  weight: number;
}

/**
 * Lays the tokens of one name over those of another so that the evidence is strongest. Extra tokens on one side
 * cost little (a chain of forefathers told in part); a token that meets another name on both sides costs much.
 * Symmetric, and blind to the order of words. A word written apart on one side may meet it joined on the other.
 */
export function alignNames(one: PreparedName, other: PreparedName, model: Model): Alignment {
  const plain = align(one.tokens, other.tokens, model);
  if (plain.pairs.every(({ distance }) => distance <= model.names.tokenIsClose)) return plain;
  const [short, long] = inOrder(one.tokens, other.tokens)
    ? [one.tokens, other.tokens]
    : [other.tokens, one.tokens];
  if (short.length === long.length) return plain;
  const rewritten = withOnePairJoined(long, short).map((tokens) => align(tokens, short, model));
  return rewritten.reduce((best, next) => (next.weight > best.weight ? next : best), plain);
}

function align(one: NameToken[], other: NameToken[], model: Model): Alignment {
  const [short, long] = inOrder(one, other) ? [one, other] : [other, one];
  const pairs = long.map((right) => short.map((left) => weighPair(left, right, model)));
  const chosen = choosePairs(pairs, short.length);
  const extra = long.length - short.length;
  const cost = Math.max(extra * model.names.extraToken, model.names.mostForExtra);
  const weights = chosen.map(({ weight }) => weight);
  return { pairs: chosen, extra, weight: sumNameWeights(weights, model) + cost };
}

/** The shorter first, else by spelling: so that swapping the arguments changes nothing, not even a tie. */
function inOrder(one: NameToken[], other: NameToken[]): boolean {
  if (one.length !== other.length) return one.length < other.length;
  const spelled = (tokens: NameToken[]): string => tokens.map(({ text }) => text).join(' ');
  return spelled(one) <= spelled(other);
}

function weighPair(one: NameToken, other: NameToken, model: Model): TokenPair {
  if (one.initial || other.initial) return weighInitial(one, other, model);
  const { sameFamily, otherFamily, otherFamilyWeight, agreesAmongMatches } = model.names;
  if (isNickname(one, other) || isNickname(other, one)) return weighNickname(one, other, model);
  const shared = one.families.find((family) => other.families.includes(family));
  const known = one.families.length > 0 && other.families.length > 0;
  const heard = known && !shared ? otherFamily : hearOrRead(one, other, model);
  const distance = shared ? Math.min(heard, sameFamily) : heard;
  const full = Math.log2(agreesAmongMatches / Math.max(one.share, other.share));
  const weight = known && !shared ? otherFamilyWeight : onCurve(distance, full, model);
  return { one, other, distance, weight };
}

/**
 * Names are misheard, and names are mistyped: one wrong, missing, added or exchanged letter inside a longer word of
 * the same script. The last letter is left out: it tells Karim from Karima and Rahim from Rahimi.
 */
function hearOrRead(one: NameToken, other: NameToken, model: Model): number {
  const heard = tokenDistance(one, other);
  const { oneSlip, shortestForSlip } = model.names;
  if (heard <= oneSlip || one.script !== other.script) return heard;
  if (Math.min(one.text.length, other.text.length) < shortestForSlip) return heard;
  if (one.text.at(-1) !== other.text.at(-1)) return heard;
  return isOneSlip(one.text, other.text) ? oneSlip : heard;
}

/** An initial fits every name that starts with it, and says little then. */
function weighInitial(one: NameToken, other: NameToken, model: Model): TokenPair {
  const fits = one.readings[0]!.text[0] === other.readings[0]!.text[0];
  return { one, other, distance: fits ? model.names.sameFamily : 1, weight: fits ? model.names.initial : -6 };
}

/** Whether the first is a short form of the second. */
function isNickname(short: NameToken, full: NameToken): boolean {
  return short.behind.some(
    ({ text, families }) => text === full.text || families.some((family) => full.families.includes(family)),
  );
}

function weighNickname(one: NameToken, other: NameToken, model: Model): TokenPair {
  const { nickname, agreesAmongMatches } = model.names;
  const full = Math.log2(agreesAmongMatches / Math.max(one.share, other.share));
  return { one, other, distance: nickname, weight: onCurve(nickname, full, model) };
}

/** Bits for a token pair: falls steadily from the token's full weight to plain disagreement. */
function onCurve(distance: number, full: number, model: Model): number {
  const curve = model.names.curve as [number, number, number][];
  const after = curve.findIndex(([at]) => at >= distance);
  const [at, part, bits] = curve[after]!;
  const right = part * full + bits;
  if (after === 0) return right;
  const [before, partBefore, bitsBefore] = curve[after - 1]!;
  const left = partBefore * full + bitsBefore;
  return left + ((right - left) * (distance - before)) / (at - before);
}

/** The assignment with the greatest sum of weights, by dynamic programming over the taken tokens (at most 2^8). */
function choosePairs(pairs: TokenPair[][], width: number): TokenPair[] {
  const states = 1 << width;
  let best: (Choice | null)[] = Array.from({ length: states }, (_, taken) => (taken === 0 ? EMPTY : null));
  for (const row of pairs) {
    const next = [...best];
    for (let taken = 0; taken < states; taken += 1) {
      const before = best[taken];
      if (!before) continue;
      row.forEach((pair, column) => {
        const mask = taken | (1 << column);
        if (mask === taken) return;
        const sum = before.sum + pair.weight;
        if (!next[mask] || sum > next[mask].sum) next[mask] = { sum, pair, before };
      });
    }
    best = next;
  }
  const chosen: TokenPair[] = [];
  for (let at = best[states - 1]; at?.pair; at = at.before) chosen.push(at.pair);
  return chosen;
}

interface Choice {
  sum: number;
  pair: TokenPair | null;
  before: Choice | null;
}

const EMPTY: Choice = { sum: 0, pair: null, before: null };

/** Every way to write two of the tokens as one that is about as long as a token on the other side. */
function withOnePairJoined(tokens: NameToken[], others: NameToken[]): NameToken[][] {
  if (tokens.length < 2 || tokens.length > 4) return [];
  return tokens.flatMap((first, i) =>
    tokens.flatMap((second, j) => {
      const length = first.text.length + second.text.length;
      if (
        i === j ||
        first.initial ||
        second.initial ||
        !others.some(({ text }) => Math.abs(text.length - length) <= 2)
      )
        return [];
      const joined = readNameToken(first.text + second.text);
      return joined ? [[...tokens.filter((_, at) => at !== i && at !== j), joined]] : [];
    }),
  );
}
