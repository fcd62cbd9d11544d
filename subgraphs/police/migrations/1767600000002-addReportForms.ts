import type { MigrationInterface, QueryRunner } from 'typeorm';
import { releaseRows, secureRows } from '../../shared/database/security/rowSecurity';

/** What reports and finders say, additions to reports, how reports end, and found children that nobody knows. */
export class AddReportForms1767600000002 implements MigrationInterface {
  name = 'AddReportForms1767600000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...done, ...secureRows(['report_supplement'])]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...releaseRows(['report_supplement']), ...undone]) await runner.query(statement);
  }
}

const done = [
  'CREATE SEQUENCE report_number',
  `ALTER TABLE missing_person_report
    ADD form jsonb NOT NULL DEFAULT '{}',
    ADD closed_at timestamptz,
    ADD outcome text CONSTRAINT missing_person_report_outcome
      CHECK (outcome IN ('SOLVED', 'DISCONTINUED', 'NEW_REPORT', 'OTHER'))`,
  `CREATE TABLE report_supplement (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT of_child REFERENCES child (id) ON DELETE CASCADE,
    report_number text NOT NULL CONSTRAINT of_report REFERENCES missing_person_report (report_number)
      ON DELETE CASCADE,
    supplemented_at timestamptz NOT NULL,
    supplemented_by text NOT NULL,
    form jsonb NOT NULL
  )`,
  'CREATE INDEX report_supplement_by_child ON report_supplement (child_id)',
  'CREATE INDEX report_supplement_by_report ON report_supplement (report_number)',
  `ALTER TABLE found_event
    ALTER child_id DROP NOT NULL,
    ADD note jsonb NOT NULL DEFAULT '{}',
    ADD recorded_by text`,
];

const undone = [
  'DELETE FROM found_event WHERE child_id IS NULL',
  'ALTER TABLE found_event ALTER child_id SET NOT NULL, DROP note, DROP recorded_by',
  'DROP TABLE report_supplement',
  'ALTER TABLE missing_person_report DROP form, DROP closed_at, DROP outcome',
  'DROP SEQUENCE report_number',
];
