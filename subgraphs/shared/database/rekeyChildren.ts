import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchKeys, type IdentityRecord } from '../matching';

const atOnce = 1_000;

/** Computes the search keys of every child anew: what a search looks for has changed since they were written. */
export class RekeyChildren1767830400000 implements MigrationInterface {
  name = 'RekeyChildren1767830400000';

  async up(runner: QueryRunner): Promise<void> {
    let after = '';
    for (;;) {
      const children = (await runner.query(
        `SELECT id, identity FROM child WHERE id > $1 ORDER BY id LIMIT ${atOnce}`,
        [after],
      )) as { id: string; identity: IdentityRecord }[];
      if (children.length === 0) return;
      const keyed = children.map(({ id, identity }) => ({ id, keys: searchKeys(identity) }));
      await runner.query(
        `UPDATE child c SET search_keys = ARRAY(SELECT jsonb_array_elements_text(k.keys))
         FROM jsonb_to_recordset($1::jsonb) AS k(id text, keys jsonb) WHERE c.id = k.id`,
        [JSON.stringify(keyed)],
      );
      after = children.at(-1)!.id;
    }
  }

  /** What was looked for before is found by these as well. */
  async down(): Promise<void> {
    // Nothing to undo.
  }
}
