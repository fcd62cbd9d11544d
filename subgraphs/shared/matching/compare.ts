import { bestFinding, type Comparison, type Finding } from './comparison';
import { compareAge, compareBirthDate } from './compareBirth';
import { comparePreparedNames } from './compareNames';
import { compareNumbers, comparePhones } from './compareNumbers';
import type { Identifier, NormalisedCriteria, Sex } from './criteria';
import type { IdentityRecord } from './identityRecord';
import { DEFAULT_MODEL, type Model } from './matchingModel';
import type { PreparedName } from './prepareName';
import { prepareRecord, type PreparedRecord } from './prepareRecord';

/**
 * Compares criteria with one record: a row per identifier that the criteria hold, in a fixed order. Of several
 * claims the one that agrees best counts, former and stated ones included. What the record lacks is neutral.
 */
export function compare(
  criteria: NormalisedCriteria,
  record: IdentityRecord | PreparedRecord,
  model: Model = DEFAULT_MODEL,
): Comparison[] {
  const held = prepareRecord(record);
  const { numbers, name, birthDate, rareBirthDate, bornBetween, sex, phone } = criteria;
  return [
    ...numbers.map(({ identifier, value }) => {
      const number = held.numbers[identifier];
      return row(identifier, number ? [compareNumbers(identifier, value, number, model)] : []);
    }),
    ...(name
      ? [
          row(
            'names',
            held.names.map((claim) => compareClaim(name, claim, model)),
          ),
        ]
      : []),
    ...(birthDate
      ? [
          row(
            'birthDate',
            held.births.map((claim) => compareBirthDate(birthDate, rareBirthDate, claim, model)),
          ),
        ]
      : []),
    ...(bornBetween
      ? [
          row(
            'age',
            held.births.map((claim) => compareAge(bornBetween, claim, model)),
          ),
        ]
      : []),
    ...(sex ? [row('sex', held.sex ? [compareSex(sex, held.sex, model)] : [])] : []),
    ...(phone
      ? [
          row(
            'phone',
            held.phones.map((claim) => comparePhones(phone, claim, model)),
          ),
        ]
      : []),
  ];
}

function row(identifier: Identifier, findings: (Finding | null)[]): Comparison {
  return { identifier, ...bestFinding(findings.filter((finding) => finding !== null)) };
}

/** One name alone is what brothers and sisters share, twins with the same date: it never decides. */
function compareClaim(stated: PreparedName, held: PreparedName, model: Model): Finding {
  const names = comparePreparedNames(stated, held, model);
  const single = stated.tokens.length === 1 || held.tokens.length === 1;
  return single ? { ...names, weight: Math.min(names.weight, model.names.mostForOneName) } : names;
}

function compareSex(stated: Sex, held: Sex, model: Model): Finding {
  return stated === held
    ? { level: 'EXACT', detail: 'SAME_SEX', weight: model.sex.SAME }
    : { level: 'DIFFERENT', detail: 'OTHER_SEX', weight: model.sex.OTHER };
}
