import type { MigrationInterface, QueryRunner } from 'typeorm';
import { releaseRows, secureRows } from '../../shared/database/security/rowSecurity';

/** What guardians report, and since when the board watches the case of a child that is gone. */
export class AddReports1767600000001 implements MigrationInterface {
  name = 'AddReports1767600000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...done, ...secureRows(['guardian_report'])]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...releaseRows(['guardian_report']), ...undone]) await runner.query(statement);
  }
}

const done = [
  `CREATE TABLE guardian_report (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT guardian_report_of_child REFERENCES child ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT guardian_report_kind CHECK (kind IN ('ABSCONDING', 'RETURN')),
    happened_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    answers jsonb NOT NULL
  )`,
  'CREATE INDEX guardian_report_child ON guardian_report (child_id)',
  'ALTER TABLE guardianship ADD watched_since date',
];

const undone = ['DROP TABLE guardian_report', 'ALTER TABLE guardianship DROP watched_since'];
