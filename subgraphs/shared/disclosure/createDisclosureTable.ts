import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The agency's own log of what it gave out; every agency's database has it beside its register. */
export class CreateDisclosure1767225600001 implements MigrationInterface {
  name = 'CreateDisclosure1767225600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE disclosure (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      hash bytea NOT NULL,
      salt bytea,
      operation_id text NOT NULL,
      assertion_hash text NOT NULL,
      principal_id text,
      role text NOT NULL,
      purpose text,
      case_reference text,
      asked text[] NOT NULL,
      children text[] NOT NULL,
      fields text[] NOT NULL,
      at timestamptz(3) NOT NULL
    )`);
    await runner.query('CREATE INDEX disclosure_operation ON disclosure (operation_id)');
    await runner.query('CREATE INDEX disclosure_children ON disclosure USING gin (children)');
    // Erasing a person's linkage takes the salt as well: the hash, which the hub's log has too, then leads nowhere.
    await runner.query(`CREATE FUNCTION keep_disclosure() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        linkage text[] := '{salt,principal_id,case_reference,children}';
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.salt IS NULL AND to_jsonb(NEW) - linkage = to_jsonb(OLD) - linkage
            AND jsonb_strip_nulls(to_jsonb(NEW)) <@ to_jsonb(OLD) THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'disclosures are only added; linkage to a person may be erased';
      END $$`);
    await runner.query(
      'CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON disclosure FOR EACH ROW EXECUTE FUNCTION keep_disclosure()',
    );
    await runner.query(
      'CREATE TRIGGER keep_all BEFORE TRUNCATE ON disclosure EXECUTE FUNCTION keep_disclosure()',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE disclosure');
    await runner.query('DROP FUNCTION keep_disclosure');
  }
}
