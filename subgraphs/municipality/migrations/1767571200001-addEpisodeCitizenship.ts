import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What social services register about citizenship for the yearly figures (R23). */
export class AddEpisodeCitizenship1767571200001 implements MigrationInterface {
  name = 'AddEpisodeCitizenship1767571200001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE absconding_episode ADD COLUMN citizenship text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE absconding_episode DROP COLUMN citizenship');
  }
}
