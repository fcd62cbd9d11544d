import { createHmac, randomBytes } from 'node:crypto';
import type { Criteria } from '../../shared/matching';

export interface SearchMark {
  readonly born: string;
  readonly named: string;
}

/**
 * Marks by which two searches can be told to have had the same birth date or the same name, and nothing else. The key
 * lives in this process alone: whoever reads the table cannot try out all birth dates. A restart forgets what came
 * before, and processes beside each other count for themselves.
 */
export function markSearch({ givenName, familyName, birthDate }: Criteria): SearchMark | null {
  const name = [givenName, familyName].flatMap((part) => part?.trim().toLowerCase() || []).join(' ');
  return name && birthDate ? { born: mark(birthDate), named: mark(name) } : null;
}

const key = randomBytes(32);

function mark(value: string): string {
  return createHmac('sha256', key).update(value).digest('base64url');
}
