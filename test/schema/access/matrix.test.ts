import { existsSync, readFileSync } from 'node:fs';
import { columns } from '../../../schema/access/columnOf';
import { findBasis, legalBases, openingBases } from '../../../schema/access/legalBases';
import { readCell } from '../../../schema/access/readCell';
import { findRow, rows } from '../../../schema/access/rows';

const today = '2026-03-01';

test('no row is there twice', () => {
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
});

test('no legal basis is there twice', () => {
  expect(new Set(legalBases.map((basis) => basis.code)).size).toBe(legalBases.length);
});

test('every row says what every column may do', () => {
  for (const row of rows) expect([row.id, Object.keys(row.cells)]).toEqual([row.id, [...columns]]);
});

test('every cell is written in the codes of the legend', () => {
  for (const row of rows)
    for (const column of columns) expect(() => readCell(row.cells[column])).not.toThrow();
});

test('every code of law in the matrix is a legal basis, and each stands where its kind belongs', () => {
  for (const row of rows) {
    expect([row.id, findBasis(row.secrecy).kind]).toEqual([row.id, 'SECRECY']);
    for (const code of row.basis) expect(['RELEASE', 'DUTY']).toContain(findBasis(code).kind);
    for (const code of row.see ?? []) expect(findBasis(code).code).toBe(code);
  }
});

test('a duty breaks secrecy only through a rule that is there', () => {
  for (const basis of legalBases.filter((each) => each.kind === 'DUTY')) {
    expect([basis.code, basis.through && findBasis(basis.through).kind]).toEqual([basis.code, 'RELEASE']);
  }
});

test('the general clause opens nothing that social services hold', () => {
  const socialServices = rows.filter((row) => row.secrecy === 'OSL_26_1');
  expect(socialServices).toHaveLength(22);
  for (const row of socialServices) expect(row.basis).not.toContain('OSL_10_27');
});

test('every condition of every cell has a legal basis to stand on', () => {
  for (const row of rows) {
    for (const column of columns) {
      for (const condition of readCell(row.cells[column]).alternatives) {
        const where = `${row.id} ${column} ${condition}`;
        expect([where, openingBases(row, column, condition, today).length > 0]).toEqual([where, true]);
      }
    }
  }
});

test('every row tells in both languages what it is and who can decide', () => {
  for (const row of rows) {
    for (const text of [row.title.sv, row.title.en, row.askWhom.sv, row.askWhom.en]) {
      expect(text.length).toBeGreaterThan(2);
    }
  }
});

test('a misspelt row is an error, not a row without conditions', () => {
  expect(() => findRow('migration.nmaes')).toThrow('migration.nmaes');
});

const statement = '/work/shared/domain/secrecy.md';
if (existsSync(statement)) {
  test('every cell is the one of the statement of secrecy', () => {
    const section = readFileSync(statement, 'utf8').split('## 4.')[1]?.split('## 5.')[0] ?? '';
    const stated = section
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) => line.split('|').slice(1, -1))
      .map((cells) => cells.slice(1, 14).map((cell) => cell.trim()));
    const written = rows.filter((row) => row.id !== 'hub.deadlines');
    expect(stated).toHaveLength(written.length);
    written.forEach((row, index) => {
      expect([row.id, columns.map((column) => row.cells[column])]).toEqual([row.id, stated[index]]);
    });
  });
}
