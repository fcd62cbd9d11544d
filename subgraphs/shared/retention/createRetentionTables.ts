import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What may not be erased, and what has been; every subgraph's database has them beside its own tables. */
export class CreateRetention1767900000000 implements MigrationInterface {
  name = 'CreateRetention1767900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE legal_hold (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      child text,
      case_reference text,
      reason text NOT NULL,
      placed_by text NOT NULL,
      placed_at timestamptz NOT NULL,
      review_on date NOT NULL,
      reviewed_at timestamptz,
      reviewed_by text,
      lifted_at timestamptz,
      lifted_by text,
      lift_reason text,
      CONSTRAINT legal_hold_on_one CHECK (num_nonnulls(child, case_reference) = 1),
      CONSTRAINT legal_hold_lifted CHECK (num_nonnulls(lifted_at, lifted_by, lift_reason) IN (0, 3))
    )`);
    await runner.query('CREATE INDEX legal_hold_in_force ON legal_hold (id) WHERE lifted_at IS NULL');
    // Never whom: the record of an erasure must not lead back to what was erased.
    await runner.query(`CREATE TABLE erasure (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL,
      ground text NOT NULL,
      ordered_by text,
      reason text,
      counts jsonb NOT NULL
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasure, legal_hold');
  }
}
