import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a reviewer found of an operation that must be reviewed; the operation itself stands in the audit log. */
export class CreateLogReview1767571200002 implements MigrationInterface {
  name = 'CreateLogReview1767571200002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE log_review (
      operation_id uuid PRIMARY KEY,
      reviewed_at timestamptz NOT NULL,
      reviewed_by text NOT NULL,
      approved boolean NOT NULL,
      comment text NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE log_review');
  }
}
