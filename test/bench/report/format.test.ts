import { formatNumber } from '../../../bench/report/formatNumber';
import { formatTable } from '../../../bench/report/formatTable';

describe('numbers in a table', () => {
  it('keep about three significant digits', () => {
    expect([0.1234, 1.234, 12.34, 123.4].map(formatNumber)).toEqual(['0.12', '1.23', '12.3', '123']);
  });

  it('set thousands apart', () => {
    expect([1_234, 100_000, 1_234_567].map(formatNumber)).toEqual(['1 234', '100 000', '1 234 567']);
  });

  it('are a dash when there is none', () => {
    expect([NaN, Infinity].map(formatNumber)).toEqual(['–', '–']);
  });
});

describe('a table', () => {
  it('sets words to the left and numbers to the right', () => {
    const table = formatTable(
      ['server', 'p50 ms'],
      [
        ['hub', '12.3'],
        ['floor', '1.23'],
      ],
    );
    expect(table.split('\n')).toEqual([
      '| server | p50 ms |',
      '| ------ | -----: |',
      '| hub    |   12.3 |',
      '| floor  |   1.23 |',
    ]);
  });
});
