import { hubError } from '../../schema/protocol/hubError';

/** Letters, digits, punctuation and symbols, with single spaces between: nothing that a log or a reader mistakes. */
const visible = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+(?: [\p{L}\p{M}\p{N}\p{P}\p{S}]+)*$/u;
const longest = 64;

/**
 * Reads `x-case-reference`, or the member of `connectionParams` with that name: the caller's own case number.
 * @throws CASE_REFERENCE_REQUIRED
 */
export function readCaseReference(value: string | null): string {
  const given = value?.trim() ?? '';
  if (given === '') {
    throw hubError('CASE_REFERENCE_REQUIRED', {
      sv: 'Ange ditt eget ärendenummer i rubriken x-case-reference. Varje uppslag ska höra till ett ärende.',
      en: 'Give your own case number in the header x-case-reference. Every look-up belongs to a case.',
    });
  }
  if (!isCaseReference(given)) {
    throw hubError('CASE_REFERENCE_REQUIRED', {
      sv: `Ärendenumret i x-case-reference ska vara 1–${longest} synliga tecken.`,
      en: `The case number in x-case-reference must be 1–${longest} visible characters.`,
    });
  }
  return given;
}

export function isCaseReference(value: string | null): value is string {
  return value !== null && [...value].length <= longest && visible.test(value);
}
