import fc from 'fast-check';
import { compareNames } from '../../../../subgraphs/shared/matching';

const level = (one: string, other: string): string => compareNames(one, other).level;

describe('spellings of one name', () => {
  test.each([
    'Mohammed Muhamad Mohammad Maxamed Мухаммад محمد መሓመድ',
    'Yusuf Yousef Yuusuf یوسف يوسف',
    'Abdirahman Cabdiraxmaan Abdul-Rahman عبدالرحمن',
    'Nuur Noor Nur نور',
    'Rahimi Rahimy رحیمی رحيمي',
    'Heydari Haidari حیدری',
    'Warsame Warsama',
    'Ahmadzai Ahmadzay احمدزی',
    'Ali Cali علي علی',
    'Mariam Maryam مريم ማርያም',
    'Tesfay Tesfai ተስፋይ',
  ])('%s', (spellings) => {
    const names = spellings.split(' ');
    for (const one of names)
      for (const other of names) expect([one, other, level(one, other)]).not.toContain('DIFFERENT');
  });

  test.each([
    ['a name that stands in no list', 'Toryalai', 'Toorialay'],
    ['a name that stands in no list, in two scripts', 'Gharghasht', 'غرغشت'],
    ['an article', 'Omar Al-Hamid', 'Omar Hamid'],
    ['servant-of written apart', 'Abd al-Rahman Nuri', 'Abdurrahman Noori'],
    ['faith-of written apart', 'Nur al-Din Zaki', 'Noureddine Zaki'],
    ['two names written as one', 'Mohammad Reza Karimi', 'Mohammadreza Karimi'],
    ['a forgotten blank', 'AlisherUsmanov', 'Alisher Usmanov'],
    ['links and titles', 'Sheikh Omar bin Khalid', 'Omar Khalid'],
    ['an exchanged letter', 'Friedrich Lindenberg', 'Friedrich Lindenbreg'],
    ['a grandfather left out', 'Yusuf Ali Warsame', 'Yusuf Warsame'],
  ])('%s', (_, one, other) => expect(level(one, other)).not.toBe('DIFFERENT'));

  test('the same spelling is exact whatever its case, accents and order', () => {
    expect(level('Ali REZA Husseïni', 'husseini ali reza')).toBe('EXACT');
  });
});

describe('short forms', () => {
  test.each([
    ['Hamoudi Rahimi', 'Mohammed Rahimi'],
    ['Moha Rahimi', 'محمد رحیمی'],
    ['Sasha Kovalenko', 'Oleksandr Kovalenko'],
    ['Abboud Karimi', 'Abdulrahman Karimi'],
  ])('%s may be %s', (one, other) => {
    expect(compareNames(one, other).level).toBe('CLOSE');
    expect(compareNames(one, other).weight).toBeLessThanOrEqual(compareNames(other, other).weight);
  });

  test('a short form is no other name, and two names with one short form stay two', () => {
    expect(level('Moha Rahimi', 'Mustafa Rahimi')).toBe('DIFFERENT');
    expect(level('Mohammed Rahimi', 'Ahmed Rahimi')).toBe('DIFFERENT');
  });
});

describe('names that look alike and are others', () => {
  test.each([
    ['Hassan', 'Hussein'],
    ['Hossein', 'Hassan'],
    ['Mohammed', 'Mahmoud'],
    ['Ali', 'Alia'],
    ['Omar', 'Amr'],
    ['Salem', 'Salim'],
    ['Selam', 'Salim'],
    ['Amin', 'Amina'],
    ['Karim', 'Karima'],
    ['کریم', 'کریمه'],
    ['Rahim', 'Rahimi'],
    ['Abdullah', 'Abdulali'],
    ['Abdulqadir', 'Abdulkarim'],
    ['Yonas', 'Yohannes'],
    ['Khalid', 'Khalida'],
    ['Zarghun', 'Zarghuna'],
  ])('%s and %s', (one, other) => expect(level(one, other)).toBe('DIFFERENT'));

  test('one other name among many makes another person', () => {
    expect(level('Ahmed Ali Hassan Warsame', 'Omar Ali Hassan Warsame')).toBe('DIFFERENT');
  });

  test('a rare name in common weighs more than a common one', () => {
    expect(compareNames('Toryalai', 'Toryalai').weight).toBeGreaterThan(
      compareNames('Mohammed', 'Mohammed').weight + 3,
    );
  });
});

describe('whatever the names', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'Ali',
      'Hassan',
      'Mohammed',
      'Noor',
      'عبدالرحمن',
      'رحیمی',
      'ተስፋይ',
      'Cabdi',
      'Абдул',
      'al',
      'bin',
      'A',
    ),
    fc.string({ unit: fc.constantFrom(...'abcdehiklmnorstuxyzاحدمنرویሰላምéø'), minLength: 2, maxLength: 9 }),
  );
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

  test('the comparison is symmetric', () => {
    fc.assert(
      fc.property(name, name, (one, other) =>
        expect(compareNames(one, other)).toEqual(compareNames(other, one)),
      ),
    );
  });

  test('a readable name agrees with itself, and no other agrees more', () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        const same = compareNames(one, one);
        fc.pre(same.weight > 0);
        expect(same.level).toBe('EXACT');
        expect(compareNames(one, other).weight).toBeLessThanOrEqual(same.weight + 1e-9);
      }),
    );
  });

  test('the order of plain words does not matter', () => {
    const plain = fc.array(
      fc.constantFrom('Hassan', 'Noor', 'Warsame', 'Toryalai', 'محمد', 'Selam', 'Kidane'),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(plain, plain, (one, other) => {
        const forward = compareNames(one.join(' '), other.join(' '));
        expect(compareNames([...one].reverse().join(' '), other.join(' '))).toEqual(forward);
      }),
    );
  });

  test('no text makes it throw or yields no number', () => {
    const text = fc.string({ unit: 'binary', maxLength: 500 });
    fc.assert(fc.property(text, text, (one, other) => Number.isFinite(compareNames(one, other).weight)));
  });
});
