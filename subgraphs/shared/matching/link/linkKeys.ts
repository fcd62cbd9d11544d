import { swapDayAndMonth } from '../calendar';
import type { LinkRecord } from './linkRecord';

/**
 * The keys under which two records meet: the date, however the names; the outlines of two names, however the date;
 * the spelling of one name with the year, or with the month and day.
 */
export function linkKeys({ given, family, birthDate }: LinkRecord): string[] {
  const words = [...(given?.words ?? []), ...(family?.words ?? [])]
    .filter(({ initial }) => !initial)
    .slice(0, 6);
  const outlines = words.map(({ skeletons }) => skeletons.slice(0, 2));
  const pairs = outlines.flatMap((left, at) =>
    outlines.slice(at + 1).flatMap((right) => left.flatMap((l) => right.map((r) => [l, r].sort().join('+')))),
  );
  const parts = birthDate ? [birthDate.slice(0, 4), birthDate.slice(5)] : [];
  const dates = birthDate ? [birthDate, swapDayAndMonth(birthDate) ?? birthDate] : [];
  return [
    ...new Set([
      ...dates.map((date) => `d${date}`),
      ...pairs.map((pair) => `p${pair}`),
      ...words.flatMap((one) =>
        words
          .filter((other) => other !== one)
          .flatMap(({ text }) => [`f${one.text}+${text[0]}`, `l${one.text}+${text.at(-1)}`]),
      ),
      ...parts.flatMap((part) => outlines.flat().map((outline) => `y${part}${outline}`)),
    ]),
  ];
}
