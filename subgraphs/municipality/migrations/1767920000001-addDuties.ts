import type { MigrationInterface, QueryRunner } from 'typeorm';
import { releaseRows, secureRows } from '../../shared/database/security/rowSecurity';

/** The reviews of care, the answer to a request for transfer, and when a reporter was told what came of the report. */
export class AddDuties1767920000001 implements MigrationInterface {
  name = 'AddDuties1767920000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...statements, ...secureRows(['care_review'])]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...releaseRows(['care_review']), ...undone]) await runner.query(statement);
  }
}

const statements = [
  `CREATE TABLE care_review (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT of_child REFERENCES child (id) ON DELETE CASCADE,
    reviewed_on date NOT NULL,
    kind text NOT NULL CONSTRAINT care_review_kind CHECK (kind IN ('CONSIDERED', 'REEXAMINED')),
    outcome text NOT NULL CONSTRAINT care_review_outcome CHECK (outcome IN ('CONTINUES', 'CHANGES', 'ENDS')),
    reviewed_by text
  )`,
  'CREATE INDEX care_review_by_child ON care_review (child_id)',
  `ALTER TABLE handover
    ADD transfer_requested boolean NOT NULL DEFAULT false,
    ADD answered_on date,
    ADD accepted boolean,
    ADD CONSTRAINT handover_answer CHECK ((answered_on IS NULL) = (accepted IS NULL)
      AND (transfer_requested OR accepted IS NULL))`,
  'ALTER TABLE absconding_episode ADD migration_agency_informed_at timestamptz',
  `ALTER TABLE protection_case ADD reporter_told_at timestamptz,
    ADD CONSTRAINT protection_case_told CHECK (reporter_told_at IS NULL OR decision IS NOT NULL)`,
];

const undone = [
  'ALTER TABLE absconding_episode DROP migration_agency_informed_at',
  'ALTER TABLE protection_case DROP reporter_told_at',
  'ALTER TABLE handover DROP transfer_requested, DROP answered_on, DROP accepted',
  'DROP TABLE care_review',
];
