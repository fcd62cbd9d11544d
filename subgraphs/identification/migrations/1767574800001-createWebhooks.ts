import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateWebhooks1767574800001 implements MigrationInterface {
  name = 'CreateWebhooks1767574800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE webhook (
      id text NOT NULL,
      url text NOT NULL,
      types text[],
      principal text NOT NULL,
      role text NOT NULL,
      agency text NOT NULL,
      municipality text,
      purpose text NOT NULL,
      case_reference text NOT NULL,
      registered_at timestamptz NOT NULL,
      cursor text,
      state text NOT NULL,
      problem text,
      failures integer NOT NULL DEFAULT 0,
      failing_since timestamptz,
      retry_at timestamptz,
      delivered_at timestamptz,
      test_wanted boolean NOT NULL DEFAULT false,
      tested_at timestamptz,
      test_problem text,
      worker text,
      taken_until timestamptz,
      CONSTRAINT "PK_webhook" PRIMARY KEY (id)
    )`);
    await runner.query(
      'CREATE INDEX webhook_of_system ON webhook (agency, municipality, principal, registered_at)',
    );
    await runner.query(`CREATE TABLE dead_letter (
      id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
      webhook_id text NOT NULL,
      event text NOT NULL,
      child text NOT NULL,
      body text NOT NULL,
      problem text NOT NULL,
      laid_aside_at timestamptz NOT NULL,
      replay_wanted boolean NOT NULL DEFAULT false,
      replayed_at timestamptz,
      CONSTRAINT "PK_dead_letter" PRIMARY KEY (id),
      CONSTRAINT of_webhook FOREIGN KEY (webhook_id) REFERENCES webhook (id)
    )`);
    await runner.query('CREATE UNIQUE INDEX dead_letter_of_webhook ON dead_letter (webhook_id, event)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE dead_letter');
    await runner.query('DROP TABLE webhook');
  }
}
