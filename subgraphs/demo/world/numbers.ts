/** How many children one seed can have: their numbers are told apart by seven digits. */
export const largestWorld = 10_000_000;
/** Seeds from 1 to this. */
export const largestSeed = 99_999;

/*
 * Real dossier and card numbers have six digits after the dash; these have eight or more, the first of them the seed.
 * So they meet neither a real number, nor the demo children's own, nor the numbers of another seed.
 */

export function dossierNumber(seed: number, index: number): string {
  return `12-${seed}${scatter(index, 4_194_301)}`;
}

export function lmaNumber(seed: number, index: number): string {
  return `50-${seed}${scatter(index, 7_340_033)}`;
}

/** E.164 in form, two digits longer than any Swedish mobile number, so that it can ring nobody. */
export function phoneNumber(index: number): string {
  return `+467000${scatter(index, 2_097_143)}`;
}

/** Seven digits, another for every index: a factor coprime to ten permutes them, so that neighbours do not look alike. */
function scatter(index: number, factor: number): string {
  return String((index * factor) % largestWorld).padStart(7, '0');
}
