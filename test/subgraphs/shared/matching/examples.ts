import {
  compare,
  decide,
  prepareRecord,
  queryKeys,
  readCriteria,
  searchKeys,
  type Criteria,
  type Decision,
  type IdentityRecord,
  type NormalisedCriteria,
} from '../../../../subgraphs/shared/matching';

export const TODAY = '2026-11-21';

/** A record with a registered name and date, to be varied. */
export function record(
  given: string,
  family: string,
  date: string | null,
  more: Partial<IdentityRecord> = {},
): IdentityRecord {
  return {
    names: [{ given, family, kind: 'REGISTERED' }],
    births: date ? [{ date, kind: 'REGISTERED' }] : [],
    sex: null,
    phones: [],
    ...more,
  };
}

export function read(criteria: Criteria): NormalisedCriteria {
  const result = readCriteria(criteria, TODAY);
  if (!result.ok) throw new Error(`${result.code} ${result.field ?? ''}`);
  return result.criteria;
}

/** Searches by key and decides, as one agency and the hub would. */
export function identify(criteria: Criteria, register: Record<string, IdentityRecord>): Decision {
  const wanted = read(criteria);
  const keys = new Set(queryKeys(wanted));
  const candidates = Object.entries(register)
    .map(([child, held]) => ({ child, held: prepareRecord(held) }))
    .filter(({ held }) => searchKeys(held).some((key) => keys.has(key)))
    .map(({ child, held }) => ({ child, heldBy: 'MIGRATION_AGENCY', comparisons: compare(wanted, held) }));
  return decide(candidates);
}

export function found(decision: Decision): string | null {
  return decision.outcome === 'UNIQUE_MATCH' ? decision.child : null;
}
