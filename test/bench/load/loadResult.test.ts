import { summariseLatencies } from '../../../bench/load/loadResult';

describe('latencies in short', () => {
  it('are read in any order', () => {
    const latencies = [30, 10, 20, 40];
    expect(summariseLatencies(latencies, 2)).toEqual({ answers: 4, throughput: 2, p50: 20, p99: 40 });
    expect(latencies).toEqual([30, 10, 20, 40]);
  });

  it('are sorted as numbers, not as words', () => {
    expect(summariseLatencies([9, 10, 100], 1)).toMatchObject({ p50: 10, p99: 100 });
  });

  it('have no percentiles when nothing was answered', () => {
    expect(summariseLatencies([], 5)).toEqual({ answers: 0, throughput: 0, p50: NaN, p99: NaN });
  });
});
