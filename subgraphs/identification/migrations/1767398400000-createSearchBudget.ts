import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSearchBudget1767398400000 implements MigrationInterface {
  name = 'CreateSearchBudget1767398400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE identification ADD agency text, ADD municipality text');
    // Counters of a day: not worth a flush to disk for each search, and after a crash of the server they start over.
    await runner.query(`CREATE UNLOGGED TABLE search_budget (
      key character varying(255) NOT NULL,
      points integer NOT NULL DEFAULT 0,
      expire bigint,
      CONSTRAINT "PK_search_budget" PRIMARY KEY (key)
    )`);
    await runner.query('CREATE INDEX search_budget_expire ON search_budget (expire)');
    await runner.query(`CREATE UNLOGGED TABLE failed_search (
      principal text NOT NULL,
      born text NOT NULL,
      named text NOT NULL,
      searched_at timestamptz NOT NULL,
      CONSTRAINT "PK_failed_search" PRIMARY KEY (principal, born, named)
    )`);
    await runner.query('CREATE INDEX failed_search_at ON failed_search (searched_at)');
    await runner.query(`CREATE TABLE fishing_alarm (
      id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
      kind text NOT NULL,
      raised_at timestamptz NOT NULL,
      principal text NOT NULL,
      role text NOT NULL,
      agency text NOT NULL,
      municipality text,
      purpose text NOT NULL,
      budget text,
      child text,
      times integer,
      once text NOT NULL,
      CONSTRAINT "PK_fishing_alarm" PRIMARY KEY (id),
      CONSTRAINT "UQ_fishing_alarm_once" UNIQUE (once)
    )`);
    await runner.query('CREATE INDEX fishing_alarm_of_unit ON fishing_alarm (agency, municipality, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE fishing_alarm');
    await runner.query('DROP TABLE failed_search');
    await runner.query('DROP TABLE search_budget');
    await runner.query('ALTER TABLE identification DROP agency, DROP municipality');
  }
}
