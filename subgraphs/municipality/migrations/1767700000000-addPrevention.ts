import type { MigrationInterface, QueryRunner } from 'typeorm';
import { releaseRows, secureRows } from '../../shared/database/security/rowSecurity';

/** Reports of concern and what comes of them, handovers, and the child's agreement to a photo. */
export class AddPrevention1767700000000 implements MigrationInterface {
  name = 'AddPrevention1767700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...statements, ...secureRows(tables)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...releaseRows(tables), ...undone]) await runner.query(statement);
  }
}

const tables = ['concern', 'handover'];

const statements = [
  `CREATE TABLE concern (
    id text PRIMARY KEY,
    child_id text,
    municipality text NOT NULL CONSTRAINT concern_municipality CHECK (municipality ~ '^[0-9]{4}$'),
    received_at timestamptz NOT NULL,
    urgent boolean NOT NULL,
    text text NOT NULL,
    about jsonb NOT NULL,
    contact text,
    reported_by text NOT NULL,
    reporter_role text NOT NULL,
    reporter_agency text NOT NULL,
    case_reference text
  )`,
  'CREATE INDEX concern_by_municipality ON concern (municipality, received_at)',
  `CREATE TABLE handover (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT of_child REFERENCES child (id) ON DELETE CASCADE,
    from_municipality text NOT NULL,
    to_municipality text NOT NULL,
    CONSTRAINT handover_municipalities CHECK (from_municipality ~ '^[0-9]{4}$' AND to_municipality ~ '^[0-9]{4}$'
      AND from_municipality <> to_municipality),
    handed_over_at timestamptz NOT NULL,
    consent text NOT NULL CONSTRAINT handover_consent
      CHECK (consent IN ('CHILD_AND_GUARDIAN', 'GUARDIAN', 'CHILD', 'NOT_OBTAINED', 'REFUSED')),
    by_phone boolean NOT NULL,
    note text,
    handed_over_by text NOT NULL,
    taken_over_at timestamptz
  )`,
  'CREATE INDEX handover_by_child ON handover (child_id)',
  `ALTER TABLE protection_case
    ADD concern_id text CONSTRAINT protection_case_of_concern REFERENCES concern (id) ON DELETE SET NULL,
    ADD decision text CONSTRAINT protection_case_decision
      CHECK (decision IN ('OPENED', 'NOT_OPENED', 'ALREADY_ONGOING')),
    ADD decided_at timestamptz,
    ADD CONSTRAINT protection_case_decided CHECK ((decision IS NULL) = (decided_at IS NULL))`,
  'CREATE UNIQUE INDEX protection_case_once ON protection_case (concern_id)',
  'ALTER TABLE child_description ADD photo_agreed_on date',
];

const undone = [
  'ALTER TABLE child_description DROP photo_agreed_on',
  'DROP INDEX protection_case_once',
  'ALTER TABLE protection_case DROP concern_id, DROP decision, DROP decided_at',
  'DROP TABLE handover, concern',
];
