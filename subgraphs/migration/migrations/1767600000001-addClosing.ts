import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a case was closed, and that the guardian was asked before it was closed as absconded. */
export class AddClosing1767600000001 implements MigrationInterface {
  name = 'AddClosing1767600000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE asylum_case
      ADD closing_reason text CONSTRAINT asylum_case_closing_reason
        CHECK (closing_reason IN ('ABSCONDED', 'DECIDED', 'WITHDRAWN', 'LEFT_COUNTRY', 'OTHER')),
      ADD guardian_asked_on date`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE asylum_case DROP closing_reason, DROP guardian_asked_on');
  }
}
