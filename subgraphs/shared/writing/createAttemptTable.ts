import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which keyed changes were made, and what came of them; every subgraph's database has it beside its own tables. */
export class CreateAttempt1767484800001 implements MigrationInterface {
  name = 'CreateAttempt1767484800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE attempt (
      principal text NOT NULL,
      key text NOT NULL,
      mutation text NOT NULL,
      fingerprint text NOT NULL,
      result text,
      made_at timestamptz NOT NULL,
      PRIMARY KEY (principal, key)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attempt');
  }
}
