import type { MigrationInterface, QueryRunner } from 'typeorm';
import { unversionRows, versionRows } from '../../shared/writing/versionRows';

/** Records that the hub changes count their changes. */
export class VersionRecords1767600000000 implements MigrationInterface {
  name = 'VersionRecords1767600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of versionRows(tables)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of unversionRows(tables)) await runner.query(statement);
  }
}

const tables = ['guardianship'];
