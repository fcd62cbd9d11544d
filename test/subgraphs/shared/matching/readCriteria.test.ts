import fc from 'fast-check';
import { readCriteria, type Criteria } from '../../../../subgraphs/shared/matching';
import { TODAY } from './examples';

const code = (criteria: unknown): string => {
  const result = readCriteria(criteria as Criteria, TODAY);
  return result.ok ? 'OK' : result.code;
};
const date = { birthDate: '2010-09-21' };

describe('how much is enough', () => {
  test.each([
    ['a dossier number', { dossierNumber: '12-410001' }],
    ['an LMA number', { lmaNumber: '50123456' }],
    ['a personal number', { personalNumber: '20100921-2384' }],
    ['given and family name', { givenName: 'Ali', familyName: 'Khan' }],
    ['a name and a date', { familyName: 'Khan', ...date }],
    ['a name and an age', { givenName: 'Ali', age: 15 }],
    ['a sex and a phone', { sex: 'MALE', phone: '070-123 45 67' }],
  ])('%s', (_, criteria) => expect(code(criteria)).toBe('OK'));

  test.each([
    ['nothing', {}],
    ['no object at all', null],
    ['a name alone', { givenName: 'Mohammed Ali Hassan' }],
    ['a date with the age that follows from it', { ...date, age: 16 }],
    ['an unknown sex with a name', { sex: 'UNKNOWN', familyName: 'Khan' }],
    ['a one-letter name with a date', { givenName: 'A', ...date }],
    ['blanks with a date', { givenName: '   ', ...date }],
    ['direction marks with a date', { givenName: '\u200f\u202e\u2066', ...date }],
  ])('%s is too little', (_, criteria) => expect(code(criteria)).toBe('TOO_FEW_IDENTIFIERS'));
});

describe('what cannot be read', () => {
  test.each([
    ['digits for a name', { givenName: '12345', ...date }, 'givenName'],
    ['emoji for a name', { familyName: '🙂🙂', ...date }, 'familyName'],
    ['ten thousand letters', { givenName: 'a'.repeat(10_000), ...date }, 'givenName'],
    ['30 February', { givenName: 'Ali', birthDate: '2010-02-30' }, 'birthDate'],
    ['29 February in a common year', { givenName: 'Ali', birthDate: '2011-02-29' }, 'birthDate'],
    ['month 13', { givenName: 'Ali', birthDate: '2010-13-01' }, 'birthDate'],
    ['a date in words', { givenName: 'Ali', birthDate: 'igår' }, 'birthDate'],
    ['tomorrow', { givenName: 'Ali', birthDate: '2026-11-22' }, 'birthDate'],
    ['the year 1800', { givenName: 'Ali', birthDate: '1800-01-01' }, 'birthDate'],
    ['a negative age', { givenName: 'Ali', age: -1 }, 'age'],
    ['half an age', { givenName: 'Ali', age: 15.5 }, 'age'],
    ['an age that is no number', { givenName: 'Ali', age: NaN }, 'age'],
    ['an age that contradicts the date', { ...date, age: 12 }, 'age'],
    ['a short personal number', { personalNumber: '100921' }, 'personalNumber'],
    ['words for a dossier number', { dossierNumber: 'vet ej' }, 'dossierNumber'],
    ['a short phone number', { givenName: 'Ali', phone: '112' }, 'phone'],
    ['an unheard-of sex', { givenName: 'Ali', sex: 'X' }, 'sex'],
    ['an object for a name', { givenName: { $ne: '' }, ...date }, 'givenName'],
  ])('%s is refused with its field', (_, criteria, field) => {
    expect(readCriteria(criteria as Criteria, TODAY)).toMatchObject({
      ok: false,
      code: 'BAD_USER_INPUT',
      field,
    });
  });

  test('every refusal is worded in both languages', () => {
    const refused = readCriteria({ givenName: 'Ali', birthDate: '2010-02-30' }, TODAY);
    expect(refused).toMatchObject({
      message: { sv: expect.stringContaining('Datumet'), en: expect.stringContaining('day') },
    });
  });
});

test('an age one off from the date, as a birthday may make it, is no contradiction', () => {
  expect(code({ givenName: 'Ali', ...date, age: 15 })).toBe('OK');
  expect(code({ givenName: 'Ali', ...date, age: 17 })).toBe('OK');
});

test('quotes, semicolons, mixed scripts and marks in a name are only letters and gaps', () => {
  const names = [
    "Robert'); DROP TABLE children;--",
    'Аli Xаn',
    '\u202eilA\u202c',
    "' OR 1=1",
    'محمدAli',
    '%_*\\ Ali',
  ];
  for (const givenName of names) expect(code({ givenName, ...date })).toBe('OK');
});

test('the identifiers that counted are named', () => {
  const read = readCriteria(
    { givenName: 'Ali', familyName: 'Khan', birthDate: '2010-09-21', age: 16, sex: 'MALE' },
    TODAY,
  );
  expect(read).toMatchObject({ ok: true, identifiers: ['givenName', 'familyName', 'birthDate', 'sex'] });
});

test('no input makes it throw', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.integer(),
    fc.constant(null),
    fc.object(),
  );
  const fields = [
    'dossierNumber',
    'lmaNumber',
    'personalNumber',
    'givenName',
    'familyName',
    'birthDate',
    'age',
    'sex',
    'phone',
  ];
  const criteria = fc.record(Object.fromEntries(fields.map((field) => [field, anything])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(criteria, (input) => ['OK', 'TOO_FEW_IDENTIFIERS', 'BAD_USER_INPUT'].includes(code(input))),
  );
});
