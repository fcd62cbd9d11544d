import fc from 'fast-check';
import { tables as migrationTables } from '../../../../subgraphs/migration/tables';
import { tables as municipalityTables } from '../../../../subgraphs/municipality/tables';
import {
  compare,
  queryKeys,
  readCriteria,
  searchKeys,
  type Criteria,
  type IdentityRecord,
} from '../../../../subgraphs/shared/matching';
import { record, TODAY } from './examples';

const word = fc.string({ maxLength: 12 });
/** What must never tell one child from another. */
const besides = fc.record({
  citizenship: fc.constantFrom('AFG', 'SYR', 'SOM', 'ERI', 'XXX'),
  religion: word,
  ethnicity: word,
  health: word,
  photo: word,
  photoUrl: word,
  description: fc.record({ heightCm: fc.nat(), hair: word, marks: word }),
  languages: fc.array(word),
});

const held = record('Toryalai', 'Stanikzai', '2010-09-04', { sex: 'MALE', phones: ['+46701740606'] });
const criteria: Criteria = { givenName: 'Toryalay', familyName: 'Stanekzai', birthDate: '2010-04-09' };

test('citizenship, religion, health, photo and looks are no part of what is compared or searched by', () => {
  const read = (given: Criteria) => {
    const result = readCriteria(given, TODAY);
    if (!result.ok) throw new Error(result.code);
    return result;
  };
  const expected = { rows: compare(read(criteria).criteria, held), keys: searchKeys(held) };
  fc.assert(
    fc.property(besides, besides, (ofRecord, ofCriteria) => {
      const asked = read({ ...criteria, ...ofCriteria } as Criteria);
      const kept = { ...held, ...ofRecord } as IdentityRecord;
      expect(compare(asked.criteria, kept)).toEqual(expected.rows);
      expect(searchKeys(kept)).toEqual(expected.keys);
      expect(asked).toEqual(read(criteria));
      expect(queryKeys(asked.criteria)).toEqual(queryKeys(read(criteria).criteria));
    }),
  );
});

test('they make up no search: alone they are too few', () => {
  fc.assert(
    fc.property(besides, (given) => {
      expect(readCriteria(given as Criteria, TODAY)).toMatchObject({
        ok: false,
        code: 'TOO_FEW_IDENTIFIERS',
      });
    }),
  );
});

test('two children whom nothing else tells apart are one to the Migration Agency’s search', () => {
  const child = { id: 'c', names: [{ given: 'Ali', family: 'Khan', kind: 'REGISTERED' as const }] };
  fc.assert(
    fc.property(besides, (more) => {
      expect(identityColumns(migrationTables, { ...child, ...more })).toEqual(
        identityColumns(migrationTables, child),
      );
    }),
  );
});

test('nor do looks and placements reach the municipality’s search', () => {
  const child = { id: 'c', identity: held, socialCases: [] };
  fc.assert(
    fc.property(besides, (more) => {
      expect(identityColumns(municipalityTables, { ...child, ...more })).toEqual(
        identityColumns(municipalityTables, child),
      );
    }),
  );
});

/** What of a record is written where a search reads. */
function identityColumns(
  tables: typeof migrationTables | typeof municipalityTables,
  child: object,
): unknown[] {
  const { columns, rows } = tables.find(({ table }) => table === 'child')!;
  const [row] = (rows as (record: unknown) => readonly (readonly unknown[])[])(child);
  return ['identity', 'search_keys'].map((column) => row![columns.indexOf(column)]);
}
