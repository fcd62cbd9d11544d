import { rowOfField } from '../../../../../schema/access/rowOfField';
import type { Attestation } from '../../../../../schema/protocol/attestation';
import { agencySubgraphs } from '../../../../../schema/protocol/vocabulary';
import { definitions } from '../../../../../subgraphs/definitions';
import { createDecisions } from '../../../../../subgraphs/shared/access/decisions';
import { fieldsWithin } from '../../../../../subgraphs/shared/database/security/fieldsWithin';
import { listReaders, readersFor } from '../../../../../subgraphs/shared/database/security/readers';
import { assertionOf, attest, decisions as decided, everyone, situations } from './askers';

const now = new Date('2026-11-21T12:00:00Z');

describe.each(agencySubgraphs)('the readers of %s', (name) => {
  const register = definitions[name].columns!;
  const readers = new Map(listReaders(register).map((reader) => [reader.name, reader.columns]));

  it('have every column of every field that the matrix opens', () => {
    const facts = [
      ...situations,
      ...situations.flatMap((each) => decided.map((more) => ({ ...each, ...more }))),
    ];
    for (const assertion of everyone) {
      for (const said of facts) {
        const attested: Attestation[] = [attest('child', said)];
        const decisions = createDecisions(assertion, attested, now);
        const granted = readersFor(assertion, attested)
          .map((reader) => readers.get(reader))
          .find((found) => found !== undefined);
        const open = fieldsWithin(register, (coordinate) => {
          const access = rowOfField(coordinate);
          if (access?.kind !== 'ROW') return false;
          const ids = access.rows.map(({ id }) => id);
          return decisions.allowed(['child'], ids, access.flag, coordinate).length > 0;
        });
        for (const [table, { fields = {} }] of Object.entries(register)) {
          for (const [coordinate, columns] of Object.entries(fields)) {
            if (!open.has(coordinate)) continue;
            expect([coordinate, granted?.get(table) ?? []]).toEqual([
              coordinate,
              expect.arrayContaining([...columns]),
            ]);
          }
        }
      }
    }
  });

  it('have none for those who only hand in, count or review', () => {
    expect([...readers.keys()].filter((reader) => /^(ngo|sko|lst)/.test(reader))).toEqual([]);
  });
});

test('whoever protects a child that is neither away nor found reads as one who identifies it', () => {
  const jour = assertionOf('SOCIAL_EMERGENCY', 'PROTECTION');
  expect(readersFor(jour, [attest('child', { identified: true })])).toEqual(['jou_identification']);
  expect(readersFor(jour, [attest('child', { identified: true, found: true })])).toEqual(['jou_protection']);
  expect(readersFor(jour, [attest('child', {})])).toEqual(['jou_own_case']);
});

test('a decision in the case asks for the reader that has what can be decided', () => {
  const worker = assertionOf('SOCIAL_WORKER', 'CASE_WORK');
  expect(readersFor(worker, [attest('child', { related: true, investigating: ['0180'] })])).toEqual([
    'swr_own_case_decided',
    'swr_own_case',
  ]);
});
