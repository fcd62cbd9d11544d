import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which references officers found to be one child, and what that comes to. */
export class CreateLinks1767571200000 implements MigrationInterface {
  name = 'CreateLinks1767571200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE child_link (
      id text PRIMARY KEY,
      one text NOT NULL,
      other text NOT NULL,
      reason text NOT NULL,
      evidence text[] NOT NULL CONSTRAINT child_link_evidence CHECK (cardinality(evidence) > 0),
      linked_by text NOT NULL,
      role text NOT NULL,
      agency text NOT NULL,
      municipality text,
      case_reference text NOT NULL,
      linked_at timestamptz NOT NULL,
      unlink_reason text,
      unlinked_by text,
      unlink_case_reference text,
      unlinked_at timestamptz,
      CONSTRAINT child_link_broken CHECK ((unlinked_at IS NULL) = (unlink_reason IS NULL))
    )`);
    await runner.query('CREATE UNIQUE INDEX child_link_pair ON child_link (one, other)');
    await runner.query('CREATE INDEX child_link_other ON child_link (other)');
    await runner.query(
      'CREATE TABLE linked_child (child text PRIMARY KEY, leader text NOT NULL, place int NOT NULL)',
    );
    await runner.query('CREATE INDEX linked_child_leader ON linked_child (leader, place)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE linked_child');
    await runner.query('DROP TABLE child_link');
  }
}
