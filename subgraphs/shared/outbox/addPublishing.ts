import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks what has been published, and wakes the relay when something is new. */
export class AddPublishing1767484800002 implements MigrationInterface {
  name = 'AddPublishing1767484800002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ADD published_at timestamptz, ADD reading jsonb');
    await runner.query('DROP INDEX outbox_in_order');
    await runner.query(
      'CREATE INDEX outbox_unpublished ON outbox (transaction, position) WHERE published_at IS NULL',
    );
    await runner.query(
      'CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL',
    );
    await runner.query(`CREATE FUNCTION wake_relay() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('outbox', ''); RETURN NULL; END $$`);
    await runner.query(
      'CREATE TRIGGER wake_relay AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION wake_relay()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER wake_relay ON outbox');
    await runner.query('DROP FUNCTION wake_relay');
    await runner.query('DROP INDEX outbox_published, outbox_unpublished');
    await runner.query('ALTER TABLE outbox DROP published_at, DROP reading');
    await runner.query('CREATE INDEX outbox_in_order ON outbox (transaction, position)');
  }
}
