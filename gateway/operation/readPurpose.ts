import { acceptedPurposes, acceptsPurpose, findRefusal } from '../../schema/access/acceptedPurposes';
import { purposes, type Purpose, type Role } from '../../schema/protocol/vocabulary';
import { hubError } from '../../schema/protocol/hubError';

/**
 * Reads `x-purpose`, or the member of `connectionParams` with that name.
 * @throws PURPOSE_REQUIRED, PURPOSE_REFUSED, BAD_USER_INPUT, FORBIDDEN
 */
export function readPurpose(value: string | null, role: Role): Purpose {
  const given = normalise(value);
  const accepted = acceptedPurposes(role);
  const list = accepted.join(', ');
  if (given === '') {
    throw hubError(
      'PURPOSE_REQUIRED',
      {
        sv: `Ange varför du frågar i rubriken x-purpose. Rollen ${role} får använda ${list}.`,
        en: `Say why you ask in the header x-purpose. The role ${role} may use ${list}.`,
      },
      { purposes: accepted },
    );
  }
  assertServed(given);
  if (!isPurpose(given)) {
    throw hubError(
      'BAD_USER_INPUT',
      {
        sv: `Rubriken x-purpose har ett okänt ändamål. Ändamålen är ${purposes.join(', ')}.`,
        en: `The header x-purpose names no purpose of the hub. The purposes are ${purposes.join(', ')}.`,
      },
      { purposes },
    );
  }
  if (!acceptsPurpose(role, given)) {
    throw hubError(
      'FORBIDDEN',
      {
        sv: `Rollen ${role} får inte fråga med ändamålet ${given}. Rollen får använda ${list}.`,
        en: `The role ${role} may not ask for the purpose ${given}. It may use ${list}.`,
      },
      { purposes: accepted },
    );
  }
  return given;
}

/**
 * Named and refused rather than unknown, so that whoever asks learns where the question belongs.
 * @throws PURPOSE_REFUSED
 */
export function assertServed(given: string | null): void {
  const purpose = normalise(given);
  const refusal = findRefusal(purpose);
  if (refusal) throw hubError('PURPOSE_REFUSED', refusal.reason, { purpose, basis: refusal.basis });
}

function normalise(given: string | null): string {
  return given?.trim().toUpperCase() ?? '';
}

function isPurpose(value: string): value is Purpose {
  return (purposes as readonly string[]).includes(value);
}
