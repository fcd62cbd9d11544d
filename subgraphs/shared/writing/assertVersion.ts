import { hubError } from '../../../schema/protocol/hubError';

/**
 * The caller decided on the record as it is now. Without an expected version the change is one that holds whatever
 * else was changed.
 *
 * @throws CONFLICT with the record's version in `extensions.version`
 */
export function assertVersion(version: number, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === version) return;
  throw hubError(
    'CONFLICT',
    {
      sv: `Någon annan hann före: posten har nu version ${version}, inte ${expected}. Läs den på nytt och avgör om ändringen fortfarande stämmer.`,
      en: `Somebody else came first: the record now has version ${version}, not ${expected}. Read it again and decide whether the change still holds.`,
    },
    { version },
  );
}

/** The optional `expectedVersion` of a change to a record. */
export const expectedVersionOptions = {
  nullable: true,
  description:
    'The version that the caller has read; when it is another one by now: CONFLICT (förväntad version).',
} as const;

/** The field `version` of a record. */
export const versionOptions = {
  nullable: true,
  description: 'Counts the record’s changes from 1 (version).',
} as const;
