import type { DataSource } from 'typeorm';
import type { Criteria, IdentityRecord } from '../matching';
import { createCandidateRegister, type AccessFactsSql } from './candidateRegister';

/** Children whose own names are searched for. */
const sampled = 12;
/** The start waits no longer than this, in milliseconds. */
const mostMs = 1_500;

/**
 * Searches a register for some of its own children before it is asked by others: the first searches compile the
 * comparison and read the index from disk, which takes longer than a caller waits. Answers are thrown away.
 */
export async function warmUp(database: DataSource, sql: AccessFactsSql, now: Date): Promise<void> {
  const until = performance.now() + mostMs;
  const query = <T>(text: string, parameters: readonly unknown[] = []): Promise<T[]> =>
    database.query<T[]>(text, [...parameters]);
  const register = createCandidateRegister(
    sql,
    nobody,
    { search: query, accessFacts: query, caseload: query },
    now,
  );
  const children = await query<{ identity: IdentityRecord }>(`SELECT identity FROM child LIMIT ${sampled}`);
  for (const { identity } of children) {
    if (performance.now() > until) return;
    // Too wide a question is as good a warm-up as any.
    await register.candidates(toCriteria(identity), false).catch(() => []);
  }
}

function toCriteria({ names: [name], births: [birth] }: IdentityRecord): Criteria {
  return {
    givenName: name?.given ?? name?.full ?? null,
    familyName: name?.family ?? null,
    birthDate: birth?.date ?? null,
  };
}

const nobody = {
  operationId: 'warm-up',
  operationName: null,
  principal: { id: 'nobody', role: 'AUDITOR', agency: 'HUB', municipality: null, acr: 'loa1' },
  purpose: null,
  caseReference: null,
} as const;
