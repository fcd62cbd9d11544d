import { confidenceOf } from '../../../bench/report/confidence';

describe('the mean of a sample and its 95 percent', () => {
  // Standard error 1 each: what is left is Student's t.
  const withError1 = (size: number): number[] => {
    const distance = Math.sqrt((size * (size - 1)) / 2);
    return Array.from({ length: size }, (_, index) => [distance, -distance][index] ?? 0);
  };

  it.each([
    [2, 12.706],
    [6, 2.571],
    [12, 2.201],
    [15, 2.145],
    [31, 2.042],
    [100, 2.042],
  ])('takes the sample of %i as seriously as its size allows', (size, half) => {
    const found = confidenceOf(withError1(size));
    expect(found.mean).toBeCloseTo(0, 10);
    expect(found.half).toBeCloseTo(half, 10);
  });

  it('tells nothing from one value', () => {
    expect(confidenceOf([7]).half).toBeNaN();
  });
});
