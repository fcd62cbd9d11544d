import type {
  ChildFacts,
  GuardianshipDuties,
  MigrationDuties,
  MunicipalityDuties,
} from '../../../subgraphs/identification/facts';
import { localDate } from '../../../subgraphs/shared/time/stockholm';
import type { Pools, Register } from './answerQuestion';
import { guardianshipSql, migrationSql, municipalitySql, policeSql } from './factsSql';

/** What the rules stand on, by one statement per register. */
export async function readFacts(pools: Pools, child: string, now: Date): Promise<ChildFacts> {
  const today = localDate(now);
  const [migration, municipality, police, guardianship] = await Promise.all([
    readOne<ChildFacts['migration'], MigrationDuties>(pools.migration, migrationSql, [child]),
    readOne<ChildFacts['municipality'], MunicipalityDuties>(pools.municipality, municipalitySql, [
      child,
      today,
      now,
    ]),
    readOne<ChildFacts['police'], never>(pools.police, policeSql, [child]),
    readOne<ChildFacts['guardianship'], GuardianshipDuties>(pools.guardianship, guardianshipSql, [
      child,
      today,
    ]),
  ]);
  return {
    migration: migration?.facts ?? noMigration,
    municipality: municipality?.facts ?? noMunicipality,
    police: police?.facts ?? { registered: false, missingReportedAt: null, foundEvents: [] },
    guardianship: guardianship?.facts ?? { registered: false, adult: null, hasGuardian: false },
    duties: {
      migration: migration?.duties ?? { appliedOn: null },
      municipality: municipality?.duties ?? noMunicipalityDuties,
      guardianship: guardianship?.duties ?? { appointedOn: null },
    },
  };
}

interface Row<Facts, Duties> {
  readonly facts: Facts;
  readonly duties: Duties;
}

async function readOne<Facts, Duties>(
  register: Register,
  text: string,
  values: unknown[],
): Promise<Row<Facts, Duties> | undefined> {
  const { rows } = await register.query<Row<Facts, Duties>>({ name: 'facts', text, values });
  return rows[0];
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

const noMunicipalityDuties: MunicipalityDuties = {
  migrationAgencyInformedAt: null,
  nextMeetingOn: null,
  careSince: null,
  careReviewedOn: null,
  concernDecidedAt: null,
  reporterToldAt: null,
  transferRequestedAt: null,
  transferAnsweredAt: null,
};
