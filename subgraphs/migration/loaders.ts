import { dutiesTaken } from '../shared/duty/dutyTakenFacts';
import { factRows } from '../shared/access/factRows';
import type { Gate } from '../shared/loading/gate';
import { jsonObject, judgedObject } from '../shared/loading/judgedObject';
import { latestBy, mergeFields, newestFirst } from '../shared/loading/mergeRows';
import type { FieldSources, FieldSql } from '../shared/loading/rowLoader';
import { instantText } from '../shared/loading/sqlTime';
import { localDate } from '../shared/time/stockholm';
import { asylumCaseColumns, latestAsylumCase } from './latestAsylumCase';
import { decidedAdult, minorByAuthority, ownDecision } from './age';

/** The municipality assigned, or before assignment the one of arrival; over the child as `c`. */
export const municipalityInCharge = `coalesce(
  (SELECT a.municipality FROM assignment a WHERE a.child_id = c.id AND a.ended_on IS NULL), c.arrival_municipality)`;

/** How each field is read. Nested objects are JSON, in which PostgreSQL writes days as YYYY-MM-DD. */
export const sources: FieldSources = {
  fields: {
    dossierNumber: () => 'c.dossier_number',
    lmaNumber: () => 'c.lma_number',
    names,
    birthDate: () => `to_char(c.birth_date, 'YYYY-MM-DD')`,
    birthDateClaims,
    isMinor: (gate, now) => minorByAuthority(gate.bind(localDate(now))),
    ageAssessment,
    sex: () => 'c.sex',
    citizenship: () => 'c.citizenship',
    languages,
    arrivalMunicipality: () => 'c.arrival_municipality',
    assignment: (gate) => `(SELECT ${assignmentJson(gate)}
      FROM assignment a WHERE a.child_id = c.id AND a.ended_on IS NULL)`,
    assignmentHistory: (gate) => `(SELECT coalesce(json_agg(${assignmentJson(gate)}
      ORDER BY a.assigned_on DESC, a.id DESC), '[]') FROM assignment a WHERE a.child_id = c.id)`,
    asylumCase,
  },
  hubFields: {
    migrationFacts: { rows: factRows, sql: migrationFacts },
    migrationDuties: { rows: factRows, sql: migrationDuties },
  },
  merge: {
    assignment: latestBy('assignedOn'),
    assignmentHistory: newestFirst('assignedOn'),
    asylumCase: latestBy('openedOn'),
    migrationFacts: mergeFields(['assignedOn', 'assignedAt', 'assignedMunicipality']),
    migrationDuties: mergeFields(),
  },
};

function names(...[gate]: Parameters<FieldSql>): string {
  const columns = {
    given: 'n.given',
    family: 'n.family',
    full: 'n.full_name',
    kind: 'n.kind',
    statedBy: 'n.stated_by',
    statedOn: 'n.stated_on',
  };
  return `(SELECT coalesce(json_agg(${judgedObject(gate, 'NameClaim', columns)}
      ORDER BY n.kind = 'REGISTERED' DESC, n.id), '[]')
    FROM name_claim n WHERE n.child_id = c.id AND (n.kind = 'REGISTERED' OR ${gate.test('migration.aliases')}))`;
}

function birthDateClaims(...[gate]: Parameters<FieldSql>): string {
  const columns = {
    date: 'b.date',
    year: 'b.year',
    kind: 'b.kind',
    statedAge: 'b.stated_age',
    statedBy: 'b.stated_by',
    statedOn: 'b.stated_on',
  };
  return `(SELECT coalesce(json_agg(${judgedObject(gate, 'BirthDateClaim', columns)} ORDER BY b.id), '[]') FROM (
    SELECT 0 AS id, c.birth_date AS date, NULL::int AS year, 'REGISTERED' AS kind, NULL::int AS stated_age,
      NULL AS stated_by, NULL::date AS stated_on WHERE c.birth_date IS NOT NULL
    UNION ALL
    SELECT id, date, year, kind, stated_age, stated_by, stated_on FROM birth_date_claim WHERE child_id = c.id
  ) b)`;
}

function ageAssessment(...[gate]: Parameters<FieldSql>): string {
  const columns = {
    authority: 'd.authority',
    adult: 'd.adult',
    decidedOn: 'd.decided_on',
    method: 'd.method',
    provisional: 'd.provisional',
    final: 'NOT d.provisional',
  };
  return `(SELECT ${judgedObject(gate, 'AgeAssessment', columns)} ${ownDecision})`;
}

function languages(...[gate]: Parameters<FieldSql>): string {
  const language = judgedObject(gate, 'SpokenLanguage', {
    code: 'l.code',
    interpreterNeeded: 'l.interpreter_needed',
  });
  return `(SELECT coalesce(json_agg(${language} ORDER BY l.id), '[]')
    FROM spoken_language l WHERE l.child_id = c.id)`;
}

function assignmentJson(gate: Gate): string {
  return judgedObject(gate, 'Assignment', {
    municipality: 'a.municipality',
    assignedOn: 'a.assigned_on',
    ground: 'a.ground',
    endedOn: 'a.ended_on',
    current: 'a.ended_on IS NULL',
    version: 'a.version',
  });
}

function asylumCase(...[gate]: Parameters<FieldSql>): string {
  return `(SELECT ${judgedObject(gate, 'AsylumCase', asylumCaseColumns)} ${latestAsylumCase})`;
}

/** A permit stands until a later decision; a case that is not decided yet does not touch it. */
const residencePermit = `coalesce((SELECT k.decision = 'GRANTED' FROM asylum_case k
  WHERE k.child_id = c.id AND k.decision <> 'PENDING'
  ORDER BY k.decided_on DESC NULLS LAST, k.opened_on DESC LIMIT 1), false)`;

function migrationFacts(): string {
  const facts = jsonObject({
    registered: 'true',
    adult: decidedAdult,
    birthDate: 'c.birth_date',
    arrivalMunicipality: 'c.arrival_municipality',
    assignedMunicipality: 'a.municipality',
    assignedOn: 'a.assigned_on',
    assignedAt: instantText('a.recorded_at'),
    residencePermit,
  });
  return `(SELECT ${facts}
    FROM (SELECT) always LEFT JOIN assignment a ON a.child_id = c.id AND a.ended_on IS NULL)`;
}

function migrationDuties(): string {
  return jsonObject({
    appliedOn: '(SELECT min(k.opened_on) FROM asylum_case k WHERE k.child_id = c.id)',
    taken: dutiesTaken,
  });
}
