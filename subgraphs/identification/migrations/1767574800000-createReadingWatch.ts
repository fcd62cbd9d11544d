import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReadingWatch1767574800000 implements MigrationInterface {
  name = 'CreateReadingWatch1767574800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE reading_watch (
      one boolean NOT NULL DEFAULT true,
      next_leaf bigint,
      CONSTRAINT "PK_reading_watch" PRIMARY KEY (one)
    )`);
    await runner.query('INSERT INTO reading_watch DEFAULT VALUES');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reading_watch');
  }
}
