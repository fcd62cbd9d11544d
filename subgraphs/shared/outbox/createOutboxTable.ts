import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened here and is still to be published; every subgraph's database has it beside its own tables. */
export class CreateOutbox1767484800000 implements MigrationInterface {
  name = 'CreateOutbox1767484800000';

  async up(runner: QueryRunner): Promise<void> {
    // Positions are taken before commit, so a later one may be seen first: with the transaction's own number a reader
    // knows below which all have ended.
    await runner.query(`CREATE TABLE outbox (
      position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
      id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
      type text NOT NULL,
      child text NOT NULL,
      municipality text,
      occurred_at timestamptz NOT NULL,
      recorded_at timestamptz NOT NULL
    )`);
    await runner.query('CREATE INDEX outbox_in_order ON outbox (transaction, position)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox');
  }
}
