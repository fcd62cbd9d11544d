import type { Finding } from './comparison';
import type { NumberIdentifier } from './criteria';
import type { Model } from './matchingModel';
import { hasCheckDigit, isOneSlip } from './normaliseNumbers';

/** Compares two normalised numbers of one kind. */
export function compareNumbers(
  identifier: NumberIdentifier,
  stated: string,
  held: string,
  model: Model,
): Finding {
  const { EXACT, ONE_SLIP, OTHER_NUMBER, OTHER_LMA } = model.numbers;
  if (stated === held) return { level: 'EXACT', detail: 'SAME_NUMBER', weight: EXACT };
  if (isSlip(identifier, stated, held)) return { level: 'CLOSE', detail: 'ONE_SLIP', weight: ONE_SLIP };
  // A child gets a new LMA card now and then: another number says little.
  const weight = identifier === 'lmaNumber' ? OTHER_LMA : OTHER_NUMBER;
  return { level: 'DIFFERENT', detail: 'OTHER_NUMBER', weight };
}

/** Compares two phone numbers in E.164. People share, lend and change phones. */
export function comparePhones(stated: string, held: string, model: Model): Finding {
  if (stated === held) return { level: 'EXACT', detail: 'SAME_NUMBER', weight: model.phone.SAME };
  if (isOneSlip(stated, held)) return { level: 'CLOSE', detail: 'ONE_SLIP', weight: model.phone.ONE_SLIP };
  return { level: 'DIFFERENT', detail: 'OTHER_NUMBER', weight: model.phone.OTHER };
}

/** Two personal numbers that both pass the check digit are two numbers: one slip would have broken one of them. */
function isSlip(identifier: NumberIdentifier, stated: string, held: string): boolean {
  if (!isOneSlip(stated, held)) return false;
  return identifier !== 'personalNumber' || !hasCheckDigit(stated) || !hasCheckDigit(held);
}
