/*
 * How the world is drawn. Shares are of all children unless said otherwise. Where the county plans give a figure it
 * is theirs; what they leave open is an assumption, chosen to be plausible and marked as one.
 */

/** Registered as absconded among the assigned boys and girls, 31 May 2016 (GOV): 4 and 2.5 percent. */
export const awayShare = { MALE: 0.04, FEMALE: 0.025 } as const;

/** Girls among all: with the two shares above, girls are then the 6.7 percent of the absconded that GOV gives. */
export const girlShare = 0.105;

/** Absconded among the assigned by county code (GOV names the three highest and the three lowest). */
export const awayShareByCounty: Readonly<Record<string, number>> = {
  '25': 0.064,
  '20': 0.057,
  '05': 0.054,
  '13': 0.03,
  '10': 0.024,
  '09': 0.024,
};

/** Assumption for the other counties: what brings the nation to the 4 percent (NB, GOV). */
export const awayShareElsewhere = 0.038;

/** The nation as a whole (NB, GOV). */
export const awayShareNational = 0.04;

/**
 * Children with an absconding that has ended. Assumption: together with those still away it makes the 7 to 9
 * percent that disappear in a year (SUN).
 */
export const endedShare = 0.055;

/** Ages on the day of loading. Assumption: mostly 15 to 17 (rules R01: the plan's parts may apply up to 20). */
export const ageWeights = [
  [12, 3],
  [13, 6],
  [14, 11],
  [15, 22],
  [16, 26],
  [17, 28],
  [18, 2.2],
  [19, 1.1],
  [20, 0.7],
] as const;

/** Held to be an adult by decision, against the birth date. Assumption: with the above, 5 percent are adults. */
export const adultDecisionShare = 0.012;

/** Assumption: protected identity. */
export const protectedShare = 0.01;

/** Assumption: registered as born on 1 January because no day is known. */
export const firstOfJanuaryShare = 0.15;

/** Assumption: came alone, with a twin, with brothers or sisters. */
export const companyWeights = [
  ['ALONE', 93],
  ['TWIN', 1.5],
  ['SIBLINGS', 5.5],
] as const;

/** Where a child stands in the reception. Assumption; assignment is made within a week (STH), so few are before it. */
export const stageWeights = [
  ['ASSIGNED', 95.5],
  ['ARRIVAL', 2],
  ['UNASSIGNED_CLOSED', 1],
  ['NEVER_APPLIED', 1.5],
] as const;

/** Days from arrival to assignment, at most (STH: in the course of a week). */
export const daysToAssignment = 7;

/**
 * Why social services presume the child left. Avoiding or fearing a refusal comes first, contacts elsewhere after it
 * (GOV, ranked without shares); the words are those of the yearly statistics (STH), where contacts are OTHER.
 */
export const causeWeights = [
  ['REFUSAL', 52],
  ['OTHER', 28],
  ['EIGHTEENTH_BIRTHDAY', 10],
  ['TRAFFICKING', 7],
  ['HONOUR', 3],
] as const;
