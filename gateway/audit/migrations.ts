import type { SchemaMigration } from '../migrateSchema';

/** The audit database's history, in order. A released step is never changed; a change is a new step. */
export const auditMigrations: readonly SchemaMigration[] = [
  {
    name: '001-log',
    sql: `
      CREATE TABLE audit.entry (
        leaf_index bigint PRIMARY KEY CHECK (leaf_index >= 0),
        leaf_hash bytea NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        operation_id uuid NOT NULL,
        occurred_at timestamptz(3) NOT NULL,
        principal_id text,
        principal_salt bytea,
        principal_commitment bytea NOT NULL,
        role text NOT NULL,
        agency text NOT NULL,
        municipality text,
        purpose text,
        case_reference text,
        case_salt bytea,
        case_commitment bytea NOT NULL,
        operation_name text,
        child text,
        child_salt bytea,
        child_commitment bytea NOT NULL,
        fields_disclosed text[] NOT NULL,
        fields_denied text[] NOT NULL,
        outcome text NOT NULL,
        receipts text[] NOT NULL
      );
      CREATE INDEX entry_child ON audit.entry (child, leaf_index) WHERE child IS NOT NULL;
      CREATE INDEX entry_operation ON audit.entry (operation_id);
      CREATE INDEX entry_principal ON audit.entry (principal_id, leaf_index);

      CREATE TABLE audit.checkpoint (
        tree_size bigint PRIMARY KEY CHECK (tree_size > 0),
        note text NOT NULL,
        edge bytea[] NOT NULL
      );

      -- Against mistakes, not against the owner, who can take it away: what an owner changes, the signed tree shows.
      CREATE FUNCTION audit.keep() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        linkage text[] := '{principal_id,principal_salt,case_reference,case_salt,child,child_salt}';
      BEGIN
        IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'entry' THEN
          IF to_jsonb(NEW) - linkage = to_jsonb(OLD) - linkage
            AND jsonb_strip_nulls(to_jsonb(NEW)) <@ to_jsonb(OLD) THEN
            RETURN NEW;
          END IF;
        END IF;
        RAISE EXCEPTION 'the audit log is only added to; linkage to a person may be erased';
      END $$;
      CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.keep();
      CREATE TRIGGER keep_all BEFORE TRUNCATE ON audit.entry EXECUTE FUNCTION audit.keep();
      CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON audit.checkpoint FOR EACH ROW EXECUTE FUNCTION audit.keep();
      CREATE TRIGGER keep_all BEFORE TRUNCATE ON audit.checkpoint EXECUTE FUNCTION audit.keep();
    `,
  },
  {
    name: '002-restoration',
    sql: `
      CREATE TABLE audit.restoration (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        note text NOT NULL
      );
      CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON audit.restoration FOR EACH ROW EXECUTE FUNCTION audit.keep();
      CREATE TRIGGER keep_all BEFORE TRUNCATE ON audit.restoration EXECUTE FUNCTION audit.keep();
    `,
  },
];
