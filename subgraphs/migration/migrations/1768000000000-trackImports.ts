import type { MigrationInterface, QueryRunner } from 'typeorm';
import { trackImports, untrackImports } from '../../shared/importing/trackImports';
import { importKeys } from '../importing/importKeys';

/** What came from an import, and what was changed since. */
export class TrackImports1768000000000 implements MigrationInterface {
  name = 'TrackImports1768000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of trackImports(importKeys)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of untrackImports(importKeys)) await runner.query(statement);
  }
}
