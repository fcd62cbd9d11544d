import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The hour at which a case was closed: of an assignment on the very day it says which came first. */
export class NoteClosing1767930000001 implements MigrationInterface {
  name = 'NoteClosing1767930000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE social_case ADD closed_at timestamptz,
      ADD CONSTRAINT social_case_closed_at CHECK (closed_at IS NULL OR closed_on IS NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE social_case DROP closed_at');
  }
}
