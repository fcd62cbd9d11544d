import { alignNames, type Alignment } from './alignNames';
import { DEFAULT_MODEL, type Model } from './matchingModel';
import { prepareName, type PreparedName } from './prepareName';

/** How two names agree. */
export interface NameComparison {
  level: 'EXACT' | 'CLOSE' | 'DIFFERENT';
  /** SAME_SPELLING, VARIANT, SIMILAR, EXTRA_TOKENS (agrees as far as told) or OTHER_NAME. */
  detail: string;
  /** Bits for (positive) or against the two being one person's. */
  weight: number;
}

const INCOMPARABLE: NameComparison = { level: 'DIFFERENT', detail: 'OTHER_NAME', weight: 0 };

/** Compares two names in any scripts and any order of words. Symmetric; never throws. */
export function compareNames(one: string, other: string, model: Model = DEFAULT_MODEL): NameComparison {
  const [left, right] = [prepareName(one), prepareName(other)];
  return left && right ? comparePreparedNames(left, right, model) : INCOMPARABLE;
}

/** The same for names that have been prepared. */
export function comparePreparedNames(one: PreparedName, other: PreparedName, model: Model): NameComparison {
  const alignment = alignNames(one, other, model);
  const { mostWhenDifferent, least } = model.names;
  if (isDifferent(alignment, model)) {
    const weight = Math.max(least, Math.min(mostWhenDifferent, alignment.weight));
    return { level: 'DIFFERENT', detail: 'OTHER_NAME', weight };
  }
  const detail = detailOf(alignment);
  return { level: detail === 'SAME_SPELLING' ? 'EXACT' : 'CLOSE', detail, weight: alignment.weight };
}

function isDifferent({ pairs }: Alignment, model: Model): boolean {
  const { tokenContradicts, meanIsClose } = model.names;
  if (pairs.some(({ distance }) => distance > tokenContradicts)) return true;
  const size = (pair: (typeof pairs)[number]): number => pair.one.size + pair.other.size;
  const whole = pairs.reduce((sum, pair) => sum + size(pair), 0);
  return pairs.reduce((sum, pair) => sum + pair.distance * size(pair), 0) > meanIsClose * whole;
}

function detailOf({ pairs, extra }: Alignment): string {
  if (pairs.every(({ one, other }) => one.text === other.text))
    return extra === 0 ? 'SAME_SPELLING' : 'EXTRA_TOKENS';
  return pairs.every(({ distance }) => distance <= 0.06) ? 'VARIANT' : 'SIMILAR';
}
