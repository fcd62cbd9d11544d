import type { MigrationInterface, QueryRunner } from 'typeorm';
import { releaseRows, secureRows } from '../../shared/database/security/rowSecurity';

/** Row by row, the register is closed to all but the role that owns it. */
export class SecureRows1767312000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of secureRows(tables)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of releaseRows(tables)) await runner.query(statement);
  }
}

const tables = [
  'child',
  'name_claim',
  'birth_date_claim',
  'age_decision',
  'spoken_language',
  'assignment',
  'asylum_case',
];
