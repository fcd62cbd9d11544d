import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an owner granted, it can take back before its time is over. */
export class AddRevocation1767571200001 implements MigrationInterface {
  name = 'AddRevocation1767571200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE disclosure_request
      ADD revoked_at timestamptz, ADD revoked_by text, ADD revocation_reason text,
      ADD CONSTRAINT disclosure_request_revoked CHECK (revoked_at IS NULL OR valid_to IS NOT NULL)`);
    await runner.query('CREATE INDEX consent_by_time ON consent (child, recorded_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX consent_by_time');
    await runner.query(`ALTER TABLE disclosure_request
      DROP revoked_at, DROP revoked_by, DROP revocation_reason`);
  }
}
