import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The police's register of missing person reports and found children. */
export class CreateRegister1767225600000 implements MigrationInterface {
  name = 'CreateRegister1767225600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['found_event', 'missing_person_report', 'child']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}

const statements = [
  `CREATE TABLE child (
    id text PRIMARY KEY,
    protected_identity boolean NOT NULL DEFAULT false,
    identity jsonb NOT NULL,
    search_keys text[] NOT NULL,
    national_alert_active boolean NOT NULL DEFAULT false,
    suspected_victim boolean NOT NULL DEFAULT false,
    suspected_offender boolean NOT NULL DEFAULT false
  )`,
  `CREATE TABLE missing_person_report (
    report_number text PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT of_child REFERENCES child (id) ON DELETE CASCADE,
    reported_at timestamptz NOT NULL,
    reported_by text NOT NULL,
    status text NOT NULL CONSTRAINT missing_person_report_status CHECK (status IN ('OPEN', 'CLOSED')),
    last_seen_place text,
    last_seen_at timestamptz
  )`,
  `CREATE TABLE found_event (
    id text PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT of_child REFERENCES child (id) ON DELETE CASCADE,
    found_in text NOT NULL CONSTRAINT found_event_found_in CHECK (found_in ~ '^[0-9]{4}$'),
    at timestamptz NOT NULL,
    by text NOT NULL CONSTRAINT found_event_by
      CHECK (by IN ('POLICE', 'OUTREACH', 'NGO', 'SOCIAL_SERVICES', 'OTHER')),
    place text,
    condition text,
    identity_known boolean NOT NULL
  )`,
  'CREATE INDEX child_search_keys ON child USING gin (search_keys)',
  'CREATE INDEX missing_person_report_by_child ON missing_person_report (child_id)',
  'CREATE INDEX found_event_by_child ON found_event (child_id)',
];
