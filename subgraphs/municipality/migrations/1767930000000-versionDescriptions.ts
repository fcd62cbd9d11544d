import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counts the changes of a description, too: it is replaced whole, so that a later one takes away what an earlier one knew. */
export class VersionDescriptions1767930000000 implements MigrationInterface {
  name = 'VersionDescriptions1767930000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE child_description ADD version integer NOT NULL DEFAULT 1');
    await runner.query(`CREATE TRIGGER count_version BEFORE UPDATE ON child_description
      FOR EACH ROW EXECUTE FUNCTION count_version()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER count_version ON child_description');
    await runner.query('ALTER TABLE child_description DROP version');
  }
}
