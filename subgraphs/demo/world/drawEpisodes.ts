import type { Away } from './life';
import type { Random } from './random';
import { endedShare } from './rates';

const hour = 3_600_000;
const day = 24 * hour;

/** Between whose arrival and now a child can have been away. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** @param risk how likely the child is to be away now, from 0 to 1 */
export function drawEpisodes(risk: number, span: Span, random: Random): Away[] {
  const goneNow = random.chance(risk);
  const before = random.chance(goneNow ? 0.25 : endedShare)
    ? 1 + Number(random.chance(0.3)) + Number(random.chance(0.1))
    : 0;
  if (!goneNow && before === 0) return [];
  const last = goneNow ? drawCurrent(span, random) : null;
  return [
    ...drawEnded(before, { from: span.from, to: last?.from ?? span.to }, random),
    ...(last ? [last] : []),
  ];
}

/** Half are gone for more than three months or so; the newest for hours. */
function drawCurrent(span: Span, random: Random): Away {
  const longest = span.to - span.from - hour;
  const gone = Math.max(
    Math.min(2 * hour, longest),
    Math.min(longest, Math.round(random.lognormal(100, 1.2) * day)),
  );
  const from = span.to - gone;
  const found = gone > 3 * day && random.chance(0.04);
  const left = !found && gone > 120 * day && random.chance(0.05);
  return {
    from,
    returnedAt: null,
    foundAt: found ? span.to - Math.round(random.next() * 2 * day) : null,
    leftCountryAt: left ? span.to - Math.round(random.next() * 60 * day) : null,
  };
}

/** One after the other, backwards from the end; as many as the time allows. */
function drawEnded(count: number, span: Span, random: Random): Away[] {
  const ended: Away[] = [];
  let to = span.to - day;
  for (let drawn = 0; drawn < count; drawn += 1) {
    const returnedAt = Math.round(to - random.lognormal(90, 0.9) * day);
    const from = Math.round(returnedAt - random.lognormal(9, 1) * day);
    if (from < span.from) break;
    const foundAt = random.chance(0.8) ? returnedAt - Math.round(random.next() * 6 * hour) : null;
    ended.unshift({
      from,
      returnedAt,
      foundAt: foundAt !== null && foundAt > from ? foundAt : null,
      leftCountryAt: null,
    });
    to = from - day;
  }
  return ended;
}
