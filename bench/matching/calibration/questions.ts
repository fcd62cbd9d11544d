import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { Random } from '../../../subgraphs/demo/world/random';
import { weighted } from '../../../subgraphs/demo/world/weighted';
import type { Criteria } from '../../../subgraphs/shared/matching';
import { drawMeeting, type DrawnMeeting } from './drawMeeting';
import { createHearing, type Hearing } from './hearing';

/** What a finder asks with. */
export type Kind =
  | 'names and date'
  | 'names and age'
  | 'one name and date'
  | 'names alone'
  | 'number alone'
  | 'number and names'
  | 'another name and age, with a number or phone'
  | 'another name and date';

export interface Question {
  readonly child: string;
  readonly registered: boolean;
  readonly language: string;
  readonly kind: Kind;
  readonly criteria: Criteria;
  readonly meeting: DrawnMeeting;
}

/** Assumption: how often each kind is asked. */
const kindWeights: readonly (readonly [Kind, number])[] = [
  ['names and date', 40],
  ['names and age', 20],
  ['one name and date', 8],
  ['names alone', 4],
  ['number alone', 10],
  ['number and names', 8],
  ['another name and age, with a number or phone', 6],
  ['another name and date', 4],
];

/** Assumptions about what a finder is told besides, and how often it is wrong. */
const errorShares = {
  /** A sex is given, and wrong. */
  sexGiven: 0.4,
  sexWrong: 0.005,
  phoneGiven: 0.15,
  /** The phone at hand is another one than the registered. */
  phoneOther: 0.15,
  dateSwapped: 0.02,
  dateYearOff: 0.03,
  dateSlip: 0.02,
  dateOther: 0.06,
  ageOneOff: 0.15,
  ageMoreOff: 0.08,
  /** One digit of a number is mistyped. */
  numberMistyped: 0.005,
} as const;

const drawKind = weighted(kindWeights);

const languages: Readonly<Record<string, string>> = {
  AFG: 'fa ps',
  IRN: 'fa ps',
  MAR: 'ar',
  DZA: 'ar',
  SYR: 'ar',
  XXX: 'ar',
  IRQ: 'ar',
  SOM: 'so',
  ERI: 'ti',
  ETH: 'am',
};

/** Draws questions about children; one drawer per world. */
export function createQuestionDraw(
  now: Date,
): (child: DemoChild, other: DemoChild, registered: boolean, random: Random) => Question | null {
  const today = now.toISOString().slice(0, 10);
  const ofMeetings = new Random(12);
  const hearings = new Map<string, Hearing>();
  const hearingOf = (citizenship: string): Hearing => {
    const hearing = hearings.get(citizenship) ?? createHearing(citizenship);
    hearings.set(citizenship, hearing);
    return hearing;
  };
  return (child, other, registered, random) => {
    const facts = factsOf(child);
    const others = factsOf(other);
    if (!facts || !others) return null;
    const kind = drawKind(random);
    const says = isOther(kind) ? others : facts;
    const name = hearingOf(says.citizenship)(says.name, random);
    const criteria = drawCriteria(kind, { facts, says, name: toCriteria(name), today, random });
    const language = languages[facts.citizenship] ?? 'other';
    const meeting = drawMeeting(child, now, ofMeetings);
    return criteria && { child: child.id, registered, language, kind, criteria, meeting };
  };
}

function isOther(kind: Kind): boolean {
  return kind.startsWith('another');
}

interface Facts {
  readonly name: { given: string; family: string };
  readonly citizenship: string;
  readonly birthDate: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly phone: string | null;
  readonly dossier: string;
}

/** The facts are the Migration Agency's; a child it does not know (1.5 percent) is not asked about. */
function factsOf({ migration }: DemoChild): Facts | null {
  const name = migration?.names[0];
  if (!migration?.birthDate || !migration.dossierNumber || !name) return null;
  return {
    name: { given: name.given ?? '', family: name.family ?? '' },
    citizenship: migration.citizenship ?? 'XXX',
    birthDate: migration.birthDate,
    sex: migration.sex as 'FEMALE' | 'MALE',
    phone: migration.phones?.[0] ?? null,
    dossier: migration.dossierNumber,
  };
}

interface Drawing {
  readonly facts: Facts;
  readonly says: Facts;
  readonly name: { givenName?: string; familyName?: string };
  readonly today: string;
  readonly random: Random;
}

function drawCriteria(kind: Kind, { facts, says, name, today, random }: Drawing): Criteria | null {
  const besides = drawBesides(facts, random);
  const date = { birthDate: drawDate(says.birthDate, random) };
  const age = { age: drawAge(says.birthDate, today, random) };
  const number = { dossierNumber: drawNumber(facts.dossier, random) };
  switch (kind) {
    case 'names and date':
      return { ...name, ...date, ...besides };
    case 'names and age':
      return { ...name, ...age, ...besides };
    case 'one name and date':
      return {
        ...(random.chance(0.5) ? pick(name, 'givenName') : pick(name, 'familyName')),
        ...date,
        ...besides,
      };
    case 'names alone':
      return { ...name, ...besides };
    case 'number alone':
      return number;
    case 'number and names':
      return { ...number, ...name, ...(random.chance(0.5) ? date : {}) };
    case 'another name and age, with a number or phone':
      return facts.phone && random.chance(0.5)
        ? { ...name, ...age, sex: facts.sex, phone: facts.phone }
        : { ...name, ...age, ...number };
    case 'another name and date':
      return { ...name, ...date, ...besides };
  }
}

function pick(name: Drawing['name'], field: 'givenName' | 'familyName'): Criteria {
  return { [field]: name[field] ?? name.givenName };
}

function toCriteria({
  given,
  family,
  full,
}: {
  given: string | null;
  family: string | null;
  full?: string;
}): {
  givenName?: string;
  familyName?: string;
} {
  return full
    ? { givenName: full }
    : { ...(given && { givenName: given }), ...(family && { familyName: family }) };
}

function drawBesides({ sex, phone }: Facts, random: Random): Criteria {
  const other = sex === 'MALE' ? 'FEMALE' : 'MALE';
  return {
    ...(random.chance(errorShares.sexGiven) && { sex: random.chance(errorShares.sexWrong) ? other : sex }),
    ...(phone &&
      random.chance(errorShares.phoneGiven) && {
        phone: random.chance(errorShares.phoneOther) ? `+4673${1_000_000 + random.below(8_999_999)}` : phone,
      }),
  };
}

function drawDate(date: string, random: Random): string {
  const [year, month, day] = date.split('-') as [string, string, string];
  const chance = random.next();
  let bound = errorShares.dateSwapped;
  if (chance < bound) return Number(day) <= 12 ? `${year}-${day}-${month}` : date;
  if (chance < (bound += errorShares.dateYearOff))
    return day === '29' ? date : `${Number(year) + random.pick([-1, 1])}-${month}-${day}`;
  if (chance < (bound += errorShares.dateSlip))
    return `${year}-${month}-${day[0]}${day[0] === '3' ? random.below(1) : 1 + random.below(8)}`;
  if (chance < bound + errorShares.dateOther)
    return `${Number(year) + random.below(5) - 1}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  return date;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function drawAge(date: string, today: string, random: Random): number {
  const age = Number(today.slice(0, 4)) - Number(date.slice(0, 4)) - (today.slice(5) < date.slice(5) ? 1 : 0);
  const chance = random.next();
  if (chance < errorShares.ageOneOff) return age + random.pick([-1, 1]);
  if (chance < errorShares.ageOneOff + errorShares.ageMoreOff) return age + random.pick([-3, -2, 2, 3]);
  return age;
}

function drawNumber(number: string, random: Random): string {
  if (!random.chance(errorShares.numberMistyped)) return number;
  const at = number.length - 1 - random.below(7);
  return number.slice(0, at) + String((Number(number[at]) + 1 + random.below(9)) % 10) + number.slice(at + 1);
}
