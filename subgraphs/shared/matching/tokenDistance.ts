import confusions from './confusions.json';
import type { NameToken, Script } from './nameToken';

const ALPHABET = 'bpfvwtTdDszcSZCjkqgGXHhrlmny`?&aeiouOAWYIQ_';
const SIZE = ALPHABET.length;
const OTHER_SOUND = 1;
const VOWEL_FOR_CONSONANT = 1.3;

interface Costs {
  substitution: Float64Array;
  /** First, inner, last position, each per symbol. */
  gap: [Float64Array, Float64Array, Float64Array];
  vowel: Uint8Array;
  size: Float64Array;
}

const COSTS = readCosts();

/**
 * How differently two name tokens sound: 0 the same, 1 nothing in common. A weighted edit distance over sound
 * symbols (cost by confusable class; vowels that one script does not write are nearly free), divided by the mean
 * size of the two. Symmetric. The best pair of readings counts.
 */
export function tokenDistance(one: NameToken, other: NameToken): number {
  const known = measured.get(one)?.get(other);
  if (known !== undefined) return known;
  const distance = measure(one, other);
  remember(one, other, distance);
  return distance;
}

/** The same few words meet again and again in one search. Bounded; forgotten as a whole when full. */
const MOST_MEASURED = 100_000;
let measured = new WeakMap<NameToken, WeakMap<NameToken, number>>();
let measuredCount = 0;

function remember(one: NameToken, other: NameToken, distance: number): void {
  if (measuredCount >= MOST_MEASURED) {
    measured = new WeakMap();
    measuredCount = 0;
  }
  const row = measured.get(one) ?? new WeakMap<NameToken, number>();
  measured.set(one, row.set(other, distance));
  measuredCount += 1;
}

function measure(one: NameToken, other: NameToken): number {
  let best = 1;
  for (const left of one.readings) {
    for (const right of other.readings) {
      const distance =
        left.text === right.text ? 0 : readingDistance(left.symbols, right.symbols, one.script, other.script);
      best = Math.min(best, distance + left.doubt + right.doubt);
    }
  }
  return best;
}

/** Sound symbols as indexes, for `tokenDistance`. */
export function toSymbols(text: string): Uint8Array {
  return Uint8Array.from([...text].map((symbol) => ALPHABET.indexOf(symbol)).filter((index) => index >= 0));
}

/** How much of a word the symbols carry: a consonant counts 1, a vowel half. */
export function soundSize(symbols: Uint8Array): number {
  return symbols.reduce((sum, symbol) => sum + COSTS.size[symbol]!, 0);
}

function readingDistance(a: Uint8Array, b: Uint8Array, scriptA: Script, scriptB: Script): number {
  const size = (soundSize(a) + soundSize(b)) / 2;
  if (size === 0) return 1;
  const width = b.length + 1;
  const rows = new Float64Array((a.length + 1) * width);
  for (let i = 0; i <= a.length; i += 1) {
    for (let j = 0; j <= b.length; j += 1) {
      if (i + j > 0) rows[i * width + j] = cheapestStep(rows, a, b, i, j, scriptA, scriptB);
    }
  }
  return Math.min(1, rows[rows.length - 1]! / size);
}

function cheapestStep(
  rows: Float64Array,
  a: Uint8Array,
  b: Uint8Array,
  i: number,
  j: number,
  scriptA: Script,
  scriptB: Script,
): number {
  const width = b.length + 1;
  const at = i * width + j;
  let cost = Infinity;
  if (i > 0) cost = rows[at - width]! + gapCost(a, i - 1, scriptB);
  if (j > 0) cost = Math.min(cost, rows[at - 1]! + gapCost(b, j - 1, scriptA));
  if (i > 0 && j > 0) {
    cost = Math.min(cost, rows[at - width - 1]! + COSTS.substitution[a[i - 1]! * SIZE + b[j - 1]!]!);
    if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
      cost = Math.min(cost, rows[at - 2 * width - 2]! + confusions.transposition);
    }
  }
  return cost;
}

/** A symbol that the other side lacks. Inside a word, a script without short vowels has no way to show one. */
function gapCost(symbols: Uint8Array, index: number, otherScript: Script): number {
  const symbol = symbols[index]!;
  const last = index === symbols.length - 1;
  if (index > 0 && !last && otherScript !== 'FULL' && COSTS.vowel[symbol])
    return confusions.unwrittenVowel[otherScript];
  return COSTS.gap[index === 0 ? 0 : last ? 2 : 1][symbol]!;
}

function readCosts(): Costs {
  const vowel = Uint8Array.from(ALPHABET, (symbol) => ('aeiou'.includes(symbol) ? 1 : 0));
  const soft = (symbol: string): boolean => confusions.vowels.includes(symbol);
  const substitution = Float64Array.from({ length: SIZE * SIZE }, (_, at) => {
    const [one, other] = [ALPHABET[Math.floor(at / SIZE)]!, ALPHABET[at % SIZE]!];
    const known = confusions.substitutions as Record<string, number>;
    const plain = soft(one) === soft(other) ? OTHER_SOUND : VOWEL_FOR_CONSONANT;
    return one === other ? 0 : (known[one + other] ?? known[other + one] ?? plain);
  });
  const { first, inner, last } = confusions.gaps as Record<string, Record<string, number>>;
  const gaps = (own: Record<string, number>): Float64Array =>
    Float64Array.from(ALPHABET, (symbol) => own[symbol] ?? inner![symbol] ?? OTHER_SOUND);
  const size = Float64Array.from(ALPHABET, (symbol) =>
    '`?_'.includes(symbol) ? 0 : soft(symbol) || 'yw'.includes(symbol) ? confusions.vowelSize : 1,
  );
  return { substitution, gap: [gaps(first!), gaps(inner!), gaps(last!)], vowel, size };
}
