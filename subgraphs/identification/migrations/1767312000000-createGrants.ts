import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is decided for an asker about a child: consents, requests for disclosure, broken glasses and their notices. */
export class CreateGrants1767312000000 implements MigrationInterface {
  name = 'CreateGrants1767312000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of names.toReversed()) await runner.query(`DROP TABLE ${table}`);
  }
}

const names = ['consent', 'disclosure_request', 'break_glass', 'owner_notice'];

const asked = `id text PRIMARY KEY,
    child text NOT NULL,
    principal text NOT NULL,
    role text NOT NULL,
    agency text NOT NULL,
    municipality text,
    purpose text NOT NULL,
    case_reference text NOT NULL,
    reason text NOT NULL,
    idempotency_key text,
    fingerprint text NOT NULL`;

const tables = [
  `CREATE TABLE consent (
    id text PRIMARY KEY,
    child text NOT NULL,
    given_by text NOT NULL CONSTRAINT consent_given_by CHECK (given_by IN ('CHILD', 'GUARDIAN', 'BOTH')),
    fifteen boolean,
    rows text[] NOT NULL CONSTRAINT consent_rows CHECK (cardinality(rows) > 0),
    to_agency text NOT NULL,
    to_municipality text,
    given_on date NOT NULL,
    valid_to timestamptz,
    principal text NOT NULL,
    role text NOT NULL,
    case_reference text NOT NULL,
    recorded_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text,
    idempotency_key text,
    fingerprint text NOT NULL
  )`,
  `CREATE TABLE disclosure_request (
    ${asked},
    owner text NOT NULL,
    fields text[] NOT NULL,
    requested_at timestamptz NOT NULL,
    decisions jsonb,
    decided_at timestamptz,
    decided_by text,
    valid_to timestamptz,
    decision_key text,
    decision_fingerprint text
  )`,
  `CREATE TABLE break_glass (
    ${asked},
    rows text[] NOT NULL CONSTRAINT break_glass_rows CHECK (cardinality(rows) > 0),
    owners text[] NOT NULL,
    opened_at timestamptz NOT NULL,
    open_until timestamptz NOT NULL,
    reviewed_at timestamptz,
    reviewed_by text,
    approved boolean,
    comment text,
    review_key text,
    review_fingerprint text,
    CONSTRAINT break_glass_review CHECK ((reviewed_at IS NULL) = (approved IS NULL))
  )`,
  `CREATE TABLE owner_notice (
    id text PRIMARY KEY,
    owner text NOT NULL,
    break_glass_id text NOT NULL CONSTRAINT of_break_glass REFERENCES break_glass (id),
    noticed_at timestamptz NOT NULL
  )`,
];

const indexes = [
  'CREATE INDEX consent_of_child ON consent (child, to_agency)',
  'CREATE UNIQUE INDEX consent_once ON consent (principal, idempotency_key)',
  'CREATE INDEX disclosure_request_of_asker ON disclosure_request (child, principal)',
  'CREATE INDEX disclosure_request_by_owner ON disclosure_request (owner, requested_at, id)',
  'CREATE UNIQUE INDEX disclosure_request_once ON disclosure_request (principal, idempotency_key)',
  'CREATE INDEX break_glass_of_asker ON break_glass (child, principal)',
  'CREATE INDEX break_glass_by_time ON break_glass (opened_at, id)',
  'CREATE UNIQUE INDEX break_glass_once ON break_glass (principal, idempotency_key)',
  'CREATE INDEX owner_notice_by_owner ON owner_notice (owner, noticed_at, id)',
];
