import fc from 'fast-check';
import { protect, threshold } from '../../../../subgraphs/shared/statistics/suppression/protect';
import {
  loadSolver,
  type Knowledge,
  type Solver,
} from '../../../../subgraphs/shared/statistics/suppression/solver';
import {
  cellKey,
  createTableSystem,
  type TableSystem,
  type UnitGroup,
} from '../../../../subgraphs/shared/statistics/suppression/tableSystem';
import { solvableCells } from './solvableCells';

const dimensions = [
  { name: 'COUNTY' },
  { name: 'MUNICIPALITY', within: 'COUNTY' },
  { name: 'SEX' },
  { name: 'CAUSE' },
];
const tables = [
  ['MUNICIPALITY', 'SEX'],
  ['COUNTY', 'CAUSE'],
  ['SEX', 'CAUSE'],
];

describe('hiding small cells', () => {
  let createSolver: (knowledge: Knowledge) => Solver;

  beforeAll(async () => {
    createSolver = await loadSolver();
  });

  it('hides a small cell and another one that would give it away', async () => {
    const system = await systemOf([
      unit('0180', 'FEMALE', 'REFUSAL', 3),
      unit('0180', 'MALE', 'REFUSAL', 40),
    ]);

    const hidden = await protect(system, createSolver);

    expect(hidden).toContain(at(system, ['SEX'], ['FEMALE']));
    expect(hidden).toContain(at(system, ['SEX'], ['MALE']));
    expect(hidden).not.toContain(at(system, [], []));
  });

  it('hides nothing where all cells are large', async () => {
    const system = await systemOf([unit('0180', 'FEMALE', 'OTHER', 30), unit('1280', 'MALE', 'REFUSAL', 40)]);

    expect(await protect(system, createSolver)).toEqual(new Set());
  });

  it('hides more than two cells whose known sum would tell both', async () => {
    const system = await systemOf([
      unit('0180', 'FEMALE', 'OTHER', 1),
      unit('0180', 'MALE', 'OTHER', 1),
      unit('0180', 'UNKNOWN', 'OTHER', 50),
    ]);

    expect(await protect(system, createSolver)).toContain(at(system, ['SEX'], ['UNKNOWN']));
  });

  it('shows nothing about fewer than five', async () => {
    expect(await protect(await systemOf([unit('0180', 'FEMALE', 'OTHER', 4)]), createSolver)).toBeNull();
  });

  it('shows nothing where even the number of all would tell of each', async () => {
    const causes = ['REFUSAL', 'TRAFFICKING', 'HONOUR', 'OTHER', 'UNKNOWN'];
    const system = await systemOf(causes.map((cause) => unit('0180', 'MALE', cause, 1)));

    expect(await protect(system, createSolver)).toBeNull();
  });

  it('leaves no small cell that linear algebra over all tables could solve', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyUnit, { minLength: 1, maxLength: 40 }), async (units) => {
        const system = await systemOf(units);
        const hidden = await protect(system, createSolver);
        if (hidden === null) return;

        const solved = solvableCells(system, hidden);

        const small = system.cells.flatMap(({ count }, cell) => (count < threshold ? [cell] : []));
        expect(small.every((cell) => hidden.has(cell))).toBe(true);
        expect(small.filter((cell) => solved.has(cell))).toEqual([]);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });
});

const anyUnit = fc
  .tuple(
    fc.constantFrom('0180', '0181', '0182', '1280', '1480', '2580'),
    fc.constantFrom('FEMALE', 'MALE', 'UNKNOWN'),
    fc.constantFrom('REFUSAL', 'TRAFFICKING', 'OTHER', 'UNKNOWN'),
    fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 60 })),
  )
  .map(([municipality, sex, cause, count]) => unit(municipality, sex, cause, count));

function unit(municipality: string, sex: string, cause: string, count: number): UnitGroup {
  const county = municipality.slice(0, 2);
  return { categories: { COUNTY: county, MUNICIPALITY: municipality, SEX: sex, CAUSE: cause }, count };
}

function systemOf(units: readonly UnitGroup[]): Promise<TableSystem> {
  return createTableSystem(units, dimensions, tables);
}

function at(system: TableSystem, names: string[], categories: string[]): number {
  return system.positions.get(cellKey(names, categories))!;
}
