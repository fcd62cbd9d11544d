import type { Pool } from 'pg';
import type { ChildFacts } from '../../../subgraphs/identification/facts';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import type { Pools } from './answerQuestion';
import { guardianshipSql, migrationSql, municipalitySql, policeSql } from './factsSql';

/** What the rules stand on, by one statement per register. */
export async function readFacts(pools: Pools, child: string, now: Date): Promise<ChildFacts> {
  const today = localDate(now);
  const [migration, municipality, police, guardianship] = await Promise.all([
    readOne<ChildFacts['migration']>(pools.migration, migrationSql, [child]),
    readOne<ChildFacts['municipality']>(pools.municipality, municipalitySql, [child, today, now]),
    readOne<ChildFacts['police']>(pools.police, policeSql, [child]),
    readOne<ChildFacts['guardianship']>(pools.guardianship, guardianshipSql, [child, today]),
  ]);
  return {
    migration: migration ?? noMigration,
    municipality: municipality ?? noMunicipality,
    police: police ?? { registered: false, missingReportedAt: null, foundEvents: [] },
    guardianship: guardianship ?? { registered: false, adult: null, hasGuardian: false },
  };
}

async function readOne<T>(pool: Pool, text: string, values: unknown[]): Promise<T | null> {
  const { rows } = await pool.query<{ facts: T }>({ name: 'facts', text, values });
  return rows[0]?.facts ?? null;
}

const noMigration: ChildFacts['migration'] = {
  registered: false,
  adult: null,
  birthDate: null,
  arrivalMunicipality: null,
  assignedMunicipality: null,
  assignedOn: null,
  assignedAt: null,
  residencePermit: false,
};

const noMunicipality: ChildFacts['municipality'] = {
  registered: false,
  caseMunicipality: null,
  caseStatus: null,
  caseClosedAt: null,
  placementMunicipality: null,
  placedBy: null,
  episodes: [],
  careOrderDecidedAt: null,
  careOrderExecutedAt: null,
  careOrderSubmittedAt: null,
  careAppliedAt: null,
  protectionAssessedAt: null,
  investigationOpenedAt: null,
  concernReceivedAt: null,
  concernToAssessAt: null,
  investigationClosedAt: null,
  nextRiskFollowUpOn: null,
  guardianInformedAt: null,
};
