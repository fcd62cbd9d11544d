import type { MigrationInterface, QueryRunner } from 'typeorm';
import { releaseRows, secureRows } from '../database/security/rowSecurity';

/** Who of an agency's own has said when that they see to a duty; every agency's database has it beside its own tables. */
export class CreateDutyTaken1767916800001 implements MigrationInterface {
  name = 'CreateDutyTaken1767916800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE duty_taken (
      child_id text NOT NULL REFERENCES child (id) ON DELETE CASCADE,
      kind text NOT NULL,
      due_at timestamptz NOT NULL,
      owner text NOT NULL,
      taken_at timestamptz NOT NULL,
      taken_by text NOT NULL,
      role text NOT NULL,
      case_reference text,
      PRIMARY KEY (child_id, kind, due_at, owner)
    )`);
    for (const statement of secureRows(['duty_taken'])) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of releaseRows(['duty_taken'])) await runner.query(statement);
    await runner.query('DROP TABLE duty_taken');
  }
}
