import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an assignment was recorded: of a case that was closed on its very day, the hour says which came first. */
export class NoteRecording1767930000000 implements MigrationInterface {
  name = 'NoteRecording1767930000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment ADD recorded_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment DROP recorded_at');
  }
}
