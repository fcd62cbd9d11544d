import fc from 'fast-check';
import { proposeMunicipality } from '../../../../subgraphs/migration/assignment/proposeMunicipality';
import { findShares, readShares, type SharePeriod } from '../../../../subgraphs/migration/assignment/shares';
import { simulateYear } from '../../../../subgraphs/migration/assignment/simulateYear';
import { allMunicipalities } from '../../../../subgraphs/shared/reference/municipality';

const codes = allMunicipalities().map(({ code }) => code);
const period = (weights: Record<string, number>, from = '2026-01-01'): SharePeriod => ({
  from,
  to: '2026-12-31',
  source: 'test',
  weights,
});

describe('shares', () => {
  it('are set for every municipality, together one, and marked where they are made up', () => {
    const { shares, example, source } = findShares('2026-06-01');
    expect([...shares.keys()].sort()).toEqual(codes);
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(example).toBe(true);
    expect(source).toContain('Example');
  });

  it('are those of the period that the day lies in, or of the last one before it', () => {
    const periods = [period({ '0180': 1 }, '2027-01-01'), period({ '1480': 1 })];
    expect([...findShares('2026-12-31', periods).shares.keys()]).toEqual(['1480']);
    expect([...findShares('2028-05-01', periods).shares.keys()]).toEqual(['0180']);
    expect([...findShares('2020-01-01', periods).shares.keys()]).toEqual(['1480']);
  });

  it.each([[{ '9999': 1 }], [{ '0180': 0 }], [{ '0180': -1 }], [{}]])('refuse %j', (weights) => {
    expect(() => readShares(period(weights as Record<string, number>))).toThrow(RangeError);
  });
});

describe('the rule of assignment', () => {
  const facts = {
    resettled: false,
    nearRelativeIn: '1480',
    firstAssigned: '0180',
    shares: readShares(period({ '0184': 3, '2580': 1 })),
    received: new Map<string, number>(),
  };

  it('takes its parts in order', () => {
    expect(proposeMunicipality({ ...facts, resettled: true }).ground).toBe('RESETTLEMENT');
    expect(proposeMunicipality(facts)).toEqual({ municipality: '1480', ground: 'NEAR_RELATIVE' });
    const alone = { ...facts, nearRelativeIn: null };
    expect(proposeMunicipality(alone)).toEqual({ municipality: '0180', ground: 'EARLIER_CONNECTION' });
    const first = { ...alone, firstAssigned: null };
    expect(proposeMunicipality(first)).toEqual({ municipality: '0184', ground: 'NEXT_IN_TURN' });
    expect(proposeMunicipality({ ...first, received: new Map([['0184', 2]]) }).municipality).toBe('2580');
  });

  it('keeps every municipality within one child of its share, whatever the shares', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 40 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 1_000 })),
        fc.integer({ min: 1, max: 400 }),
        (some, weights, children) => {
          const shares = readShares(
            period(Object.fromEntries(some.map((code) => [code, weights.next().value as number]))),
          );
          const receptions = simulateYear({ shares, children, seed: 1, relatives: 0, resettled: 0 });
          expect(receptions.reduce((sum, { received }) => sum + received, 0)).toBe(children);
          for (const { deviation } of receptions) expect(Math.abs(deviation)).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
      { seed: 20260101, numRuns: 150 },
    );
  });

  it('evens out what relatives have taken, and counts the resettled apart', () => {
    const shares = findShares('2026-06-01');
    const year = { shares, children: 3_000, seed: 3, relatives: 0.2, resettled: 0.1 };
    const receptions = simulateYear(year);
    expect(simulateYear(year)).toEqual(receptions);
    const sum = (of: 'received' | 'resettled') => receptions.reduce((total, each) => total + each[of], 0);
    expect(sum('received') + sum('resettled')).toBe(3_000);
    for (const { deviation, nearRelatives } of receptions) {
      if (nearRelatives === 0) expect(Math.abs(deviation)).toBeLessThan(1.5);
    }
  });
});
