import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitAccessTable } from '../../../schema/access/emitAccessTable';
import { legalBases } from '../../../schema/access/legalBases';
import { rows } from '../../../schema/access/rows';

test('ACCESS.md is the table of the data as it stands', () => {
  expect(readFileSync(join(__dirname, '../../../schema/access/ACCESS.md'), 'utf8')).toBe(emitAccessTable());
});

test('the table shows every row and every legal basis', () => {
  const table = emitAccessTable();
  for (const row of rows) expect(table).toContain(`| \`${row.id}\` |`);
  for (const basis of legalBases) expect(table).toContain(`| ${basis.code} | ${basis.kind} |`);
});
