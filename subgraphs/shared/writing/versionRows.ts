/**
 * SQL that makes tables count the changes of each row in `version`, from 1. The database counts, so that no way of
 * writing can forget to.
 */
export function versionRows(tables: readonly string[]): string[] {
  return [
    `CREATE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.version := OLD.version + 1; RETURN NEW; END $$`,
    ...tables.flatMap((table) => [
      `ALTER TABLE ${table} ADD version integer NOT NULL DEFAULT 1`,
      `CREATE TRIGGER count_version BEFORE UPDATE ON ${table} FOR EACH ROW EXECUTE FUNCTION count_version()`,
    ]),
  ];
}

/** Undoes `versionRows`. */
export function unversionRows(tables: readonly string[]): string[] {
  return [
    ...tables.flatMap((table) => [
      `DROP TRIGGER count_version ON ${table}`,
      `ALTER TABLE ${table} DROP version`,
    ]),
    'DROP FUNCTION count_version()',
  ];
}
