import { backOff } from '../../../../gateway/updates/webhooks/backOff';

test('doubles with each failure up to five minutes, and scatters over the upper half', () => {
  expect([0, 1, 2, 3].map((failures) => backOff(failures, 1))).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(backOff(3, 0)).toBe(4_000);
  expect(backOff(50, 1)).toBe(300_000);
});
