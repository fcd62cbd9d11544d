import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agency's register as it begins: the child and what is held about it. */
export class CreateRegister1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [child, ...parts]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE asylum_case, assignment, spoken_language, age_decision, birth_date_claim, name_claim, child',
    );
  }
}

const agencies = `'MIGRATION_AGENCY', 'MUNICIPALITY', 'POLICE', 'GUARDIANSHIP_BOARD', 'COUNTY_BOARD', 'NGO', 'SCHOOL',
      'HEALTH_CARE', 'INTEGRATOR', 'HUB'`;

const child = `
  CREATE TABLE child (
    id text PRIMARY KEY,
    protected_identity boolean NOT NULL DEFAULT false,
    identity jsonb NOT NULL,
    search_keys text[] NOT NULL,
    dossier_number text CONSTRAINT child_dossier_number UNIQUE,
    lma_number text,
    personal_number text,
    birth_date date,
    sex text NOT NULL DEFAULT 'UNKNOWN' CONSTRAINT child_sex CHECK (sex IN ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
    citizenship text NOT NULL DEFAULT 'XXX' CONSTRAINT child_citizenship CHECK (citizenship ~ '^[A-Z]{3}$'),
    arrival_municipality text CONSTRAINT child_arrival_municipality CHECK (arrival_municipality ~ '^[0-9]{4}$'),
    phones text[] NOT NULL DEFAULT '{}'
  );
  CREATE INDEX child_search_keys ON child USING gin (search_keys)`;

const parts = [
  part(
    'name_claim',
    `given text,
    family text,
    full_name text,
    kind text NOT NULL CONSTRAINT name_claim_kind CHECK (kind IN ('REGISTERED', 'STATED', 'ALIAS')),
    stated_by text CONSTRAINT name_claim_stated_by CHECK (stated_by IN (${agencies})),
    stated_on date,
    CONSTRAINT name_claim_some_name CHECK (num_nonnulls(given, family, full_name) > 0)`,
  ),
  part(
    'birth_date_claim',
    `date date,
    year integer,
    kind text NOT NULL CONSTRAINT birth_date_claim_kind CHECK (kind IN ('REGISTERED', 'STATED')),
    stated_age integer,
    stated_by text CONSTRAINT birth_date_claim_stated_by CHECK (stated_by IN (${agencies})),
    stated_on date,
    CONSTRAINT birth_date_claim_some_value CHECK (num_nonnulls(date, year, stated_age) > 0)`,
  ),
  part(
    'age_decision',
    `authority text NOT NULL CONSTRAINT age_decision_authority CHECK (authority IN (${agencies})),
    adult boolean NOT NULL,
    decided_on date NOT NULL,
    method text CONSTRAINT age_decision_method
      CHECK (method IN ('OWN_STATEMENT', 'DOCUMENTS', 'CONVERSATION', 'MEDICAL_EXAMINATION', 'OVERALL')),
    provisional boolean NOT NULL DEFAULT false`,
  ),
  part(
    'spoken_language',
    `code text NOT NULL CONSTRAINT spoken_language_code CHECK (code ~ '^[a-z]{2,3}$'),
    interpreter_needed boolean NOT NULL DEFAULT true`,
  ),
  part(
    'assignment',
    `municipality text NOT NULL CONSTRAINT assignment_municipality CHECK (municipality ~ '^[0-9]{4}$'),
    assigned_on date NOT NULL,
    ground text NOT NULL CONSTRAINT assignment_ground
      CHECK (ground IN ('RESETTLEMENT', 'NEAR_RELATIVE', 'NEXT_IN_TURN', 'EARLIER_CONNECTION')),
    ended_on date,
    CONSTRAINT assignment_days CHECK (ended_on >= assigned_on)`,
  ),
  'CREATE UNIQUE INDEX assignment_in_force ON assignment (child_id) WHERE ended_on IS NULL',
  part(
    'asylum_case',
    `status text NOT NULL CONSTRAINT asylum_case_status CHECK (status IN ('OPEN', 'CLOSED')),
    decision text NOT NULL CONSTRAINT asylum_case_decision
      CHECK (decision IN ('PENDING', 'GRANTED', 'REFUSED', 'TRANSFERRED', 'DISCONTINUED')),
    decided_on date,
    appeal_pending boolean NOT NULL DEFAULT false,
    lma_entitled boolean NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    case_officer text,
    CONSTRAINT asylum_case_closed CHECK (status = 'CLOSED' OR closed_on IS NULL)`,
  ),
];

/** A table about a child, with the columns that all of them have. */
function part(table: string, columns: string): string {
  return `
  CREATE TABLE ${table} (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT of_child REFERENCES child ON DELETE CASCADE,
    ${columns}
  );
  CREATE INDEX ${table}_child ON ${table} (child_id)`;
}
