import { compareAbsconding } from '../../../../subgraphs/shared/matching';
import { DEFAULT_MODEL } from '../../../../subgraphs/shared/matching/matchingModel';

const met = { municipality: '0180', at: '2026-11-21T12:00:00Z' };
const since = '2026-11-20T12:00:00Z';
const nothing = { identifier: 'absconding', level: 'NOT_HELD', detail: 'NOT_HELD', weight: 0 };

test.each([
  ['0180', 'EXACT', 'SAME_MUNICIPALITY'],
  ['0163', 'CLOSE', 'SAME_COUNTY'],
  ['2580', 'CLOSE', 'AWAY'],
  [null, 'CLOSE', 'AWAY'],
])('a child away from %s and met in 0180 is %s: %s', (from, level, detail) => {
  expect(compareAbsconding(met, [{ since, from }])).toMatchObject({ level, detail });
});

test('nearer says more, and all of it within the bound', () => {
  const { SAME_MUNICIPALITY, SAME_COUNTY, AWAY, most } = DEFAULT_MODEL.absconding;
  expect([AWAY, SAME_COUNTY, SAME_MUNICIPALITY]).toEqual(
    [AWAY, SAME_COUNTY, SAME_MUNICIPALITY].toSorted((one, other) => one - other),
  );
  expect(SAME_MUNICIPALITY).toBeLessThanOrEqual(most);
  expect(AWAY).toBeGreaterThan(0);
});

test('no absconding says nothing: nobody may have reported it yet', () => {
  expect(compareAbsconding(met, [])).toEqual(nothing);
});

test('an absconding that began after the child was met is none', () => {
  expect(compareAbsconding(met, [{ since: '2026-11-21T12:00:01Z', from: '0180' }])).toEqual(nothing);
  expect(compareAbsconding(met, [{ since: '2026-11-21T14:00:00+02:00', from: '0180' }])).toMatchObject({
    level: 'EXACT',
  });
});
