import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Releases that are recorded through the hub: by which municipality, in which case, once, and until withdrawn. */
export class AddReleaseKeeping1767312000001 implements MigrationInterface {
  name = 'AddReleaseKeeping1767312000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE release
      ADD municipality text,
      ADD case_reference text,
      ADD withdrawn_at timestamptz,
      ADD withdrawn_by text,
      ADD idempotency_key text,
      ADD fingerprint text`);
    await runner.query('CREATE UNIQUE INDEX release_once ON release (released_by, idempotency_key)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX release_once');
    await runner.query(`ALTER TABLE release DROP municipality, DROP case_reference, DROP withdrawn_at,
      DROP withdrawn_by, DROP idempotency_key, DROP fingerprint`);
  }
}
