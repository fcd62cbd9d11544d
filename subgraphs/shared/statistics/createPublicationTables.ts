import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The statistics an agency has published; every agency's database has them beside its register. */
export class CreatePublications1767571200000 implements MigrationInterface {
  name = 'CreatePublications1767571200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE statistics_publication (
      subject text NOT NULL,
      year int NOT NULL,
      withheld boolean NOT NULL,
      published_at timestamptz NOT NULL,
      PRIMARY KEY (subject, year)
    )`);
    // A count that is not shown is not kept either.
    await runner.query(`CREATE TABLE statistics_cell (
      subject text NOT NULL,
      year int NOT NULL,
      dimensions text[] NOT NULL,
      categories text[] NOT NULL,
      count int CONSTRAINT statistics_cell_large_enough CHECK (count >= 5),
      PRIMARY KEY (subject, year, dimensions, categories),
      FOREIGN KEY (subject, year) REFERENCES statistics_publication ON DELETE CASCADE
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE statistics_cell, statistics_publication');
  }
}
