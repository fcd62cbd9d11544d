import { readReviewArguments } from '../../../gateway/review/readReviewArguments';

test('a date is enough', () => {
  expect(readReviewArguments(['--date', '2026-05-04'])).toMatchObject({ date: '2026-05-04', format: 'json' });
});

test.each([
  [[], '--date'],
  [['--date', '2026-02-30'], '--date'],
  [['--date', '2026-05-04', '--share', '5'], '--share'],
  [['--date', '2026-05-04', '--format', 'xml'], '--format'],
  [['--date', '2026-05-04', '--agency', 'KGB'], '--agency'],
  [['--date', '2026-05-04', '--municipality', 'Luleå'], '--municipality'],
  [['--day', '2026-05-04'], '--day'],
])('%j is answered with what is wrong', (args, named) => {
  expect(readReviewArguments(args)).toContain(named);
});
