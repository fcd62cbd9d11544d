import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateIdentification1767225600000 implements MigrationInterface {
  name = 'CreateIdentification1767225600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE identification (
      id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
      child text NOT NULL,
      principal text NOT NULL,
      role text NOT NULL,
      purpose text NOT NULL,
      case_reference text NOT NULL,
      identified_at timestamptz NOT NULL,
      CONSTRAINT "PK_identification" PRIMARY KEY (id)
    )`);
    await runner.query(
      'CREATE INDEX identification_of_child ON identification (child, principal, purpose, case_reference)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identification');
  }
}
