import type { Random } from '../world/random';
import type { Name, NamingCulture } from './culture';

/** A child's name in parts; in cultures of name chains `family` is the grandfather's name. */
export interface PersonName {
  /** The own name, perhaps with a second one or the father's name after it. */
  readonly given: readonly Name[];
  readonly family: Name;
}

/** The names that brothers and sisters share. */
export interface SharedName {
  readonly father: Name;
  readonly family: Name;
}

/** Assumption: how often a second given name stands beside the first. */
const secondNameShare = 0.22;
/** Assumption: where there are family names, how often an ancestor's given name serves as one. */
const ancestorAsFamilyShare = 0.2;

export function drawSharedName(culture: NamingCulture, random: Random): SharedName {
  const father = random.pick(culture.MALE);
  const ancestor = !culture.chain && random.chance(ancestorAsFamilyShare);
  return { father, family: random.pick(ancestor ? culture.MALE : culture.family) };
}

export function drawName(
  culture: NamingCulture,
  sex: 'FEMALE' | 'MALE',
  shared: SharedName,
  random: Random,
): PersonName {
  const own = random.pick(culture[sex]);
  if (culture.chain) return { given: [own, shared.father], family: shared.family };
  const second = random.chance(secondNameShare) ? random.pick(culture[sex]) : own;
  return { given: second === own ? [own] : [own, second], family: shared.family };
}
