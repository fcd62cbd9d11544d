import type { ImportKeys } from './importRules';

/** While this setting is `on` in a transaction, what it writes is no change made through the hub. */
export const loadingSetting = 'skyddsnat.loading';

/**
 * SQL that keeps which children came from an import, who imported what, and which rows of such a child the hub has
 * changed since: the next import must not undo that. The database notes it, so that no way of writing can forget to.
 * Nothing here is granted to those who read for the graph.
 */
export function trackImports(keys: ImportKeys): string[] {
  return [
    ...tables,
    noteChange,
    ...Object.entries(keys).map(([table, columns]) => {
      const names = [table === 'child' ? 'id' : 'child_id', ...columns].map((name) => `'${name}'`);
      // A table's own row of a child goes with the child, and no import brings it back.
      const moments = table === 'child' ? 'UPDATE' : 'INSERT OR UPDATE OR DELETE';
      return `CREATE TRIGGER note_change AFTER ${moments} ON ${table} FOR EACH ROW
        WHEN (current_setting('${loadingSetting}', true) IS DISTINCT FROM 'on')
        EXECUTE FUNCTION note_change(${names.join(', ')})`;
    }),
  ];
}

/** Undoes `trackImports`. */
export function untrackImports(keys: ImportKeys): string[] {
  return [
    ...Object.keys(keys).map((table) => `DROP TRIGGER note_change ON ${table}`),
    'DROP FUNCTION note_change()',
    'DROP TABLE changed_since_import, imported, import_run',
  ];
}

const tables = [
  `CREATE TABLE import_run (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL,
    ordered_by text NOT NULL,
    file text NOT NULL,
    sha256 text NOT NULL,
    counts jsonb NOT NULL
  )`,
  // Earlier versions made it at the first import.
  `CREATE TABLE IF NOT EXISTS imported (
    id text PRIMARY KEY REFERENCES child (id) ON DELETE CASCADE,
    fingerprint text NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now()
  )`,
  'ALTER TABLE imported ADD updated_at timestamptz',
  `CREATE TABLE changed_since_import (
    child_id text NOT NULL REFERENCES child (id) ON DELETE CASCADE,
    in_table text NOT NULL,
    key jsonb NOT NULL,
    kind text NOT NULL CHECK (kind IN ('ADDED', 'CHANGED', 'REMOVED')),
    before jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (child_id, in_table, key)
  )`,
];

/**
 * `before` keeps what the import had written into the columns that were changed, for as long as they differ. Of an
 * identity the members count each by itself; its lists only grow, and are not kept. The arguments are the column with
 * the child's reference and those of the key.
 */
const noteChange = `CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
  old_row jsonb := to_jsonb(OLD);
  new_row jsonb := to_jsonb(NEW);
  child text := coalesce(new_row, old_row) ->> TG_ARGV[0];
  old_key jsonb;
  new_key jsonb;
  replaced jsonb;
BEGIN
  IF NOT EXISTS (SELECT FROM imported i JOIN child c ON c.id = i.id WHERE i.id = child) THEN RETURN NULL; END IF;
  SELECT coalesce(jsonb_agg(old_row -> name ORDER BY place), '[]'), coalesce(jsonb_agg(new_row -> name ORDER BY place), '[]')
    INTO old_key, new_key FROM unnest(TG_ARGV) WITH ORDINALITY AS part(name, place) WHERE place > 1;
  IF new_row IS NULL OR (old_row IS NOT NULL AND old_key <> new_key) THEN
    DELETE FROM changed_since_import
      WHERE child_id = child AND in_table = TG_TABLE_NAME AND key = old_key AND kind = 'ADDED';
    IF NOT FOUND THEN
      INSERT INTO changed_since_import VALUES (child, TG_TABLE_NAME, old_key, 'REMOVED')
        ON CONFLICT (child_id, in_table, key) DO UPDATE SET kind = 'REMOVED', before = '{}';
    END IF;
  END IF;
  IF old_row IS NULL OR (new_row IS NOT NULL AND old_key <> new_key) THEN
    INSERT INTO changed_since_import VALUES (child, TG_TABLE_NAME, new_key, 'ADDED')
      ON CONFLICT (child_id, in_table, key) DO UPDATE SET kind = 'ADDED', before = '{}';
    RETURN NULL;
  END IF;
  IF new_row IS NULL THEN RETURN NULL; END IF;
  SELECT jsonb_object_agg(name, was) INTO replaced FROM (
    SELECT key AS name, value AS was, new_row -> key AS now FROM jsonb_each(old_row)
      WHERE key NOT IN ('identity', 'search_keys', 'version')
    UNION ALL
    SELECT 'identity.' || name, coalesce(old_row -> 'identity' -> name, 'null'),
        coalesce(new_row -> 'identity' -> name, 'null')
      FROM jsonb_object_keys(coalesce(old_row -> 'identity', '{}') || coalesce(new_row -> 'identity', '{}')) AS name
      WHERE name NOT IN ('names', 'births', 'phones')
  ) AS part WHERE was IS DISTINCT FROM now;
  IF replaced IS NULL THEN RETURN NULL; END IF;
  INSERT INTO changed_since_import VALUES (child, TG_TABLE_NAME, old_key, 'CHANGED', replaced)
    ON CONFLICT (child_id, in_table, key) DO UPDATE SET before = excluded.before || changed_since_import.before
      WHERE changed_since_import.kind = 'CHANGED';
  RETURN NULL;
END $$`;
