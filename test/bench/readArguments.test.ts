import { readArguments, usage } from '../../bench/readArguments';

const known = ['found-child', 'engine'];

function problemOf(...argv: string[]): string {
  const reading = readArguments(argv, known);
  return reading.ok ? '' : reading.problem;
}

describe('the command line of the benches', () => {
  it('runs everything when nothing is named, and when all is', () => {
    expect(readArguments([], known)).toMatchObject({ ok: true, names: known });
    expect(readArguments(['all'], known)).toMatchObject({ ok: true, names: known });
    expect(readArguments(['engine', 'all'], known)).toMatchObject({ ok: true, names: known });
  });

  it('runs what is named, once', () => {
    expect(readArguments(['engine', 'engine'], known)).toMatchObject({ ok: true, names: ['engine'] });
  });

  it('measures ten seconds at 10,000 and 100,000 children unless told otherwise', () => {
    expect(readArguments([], known)).toMatchObject({
      options: {
        children: [10_000, 100_000],
        subscribers: [100, 1_000, 5_000],
        seconds: 10,
        starts: 12,
        profile: null,
        data: null,
      },
    });
  });

  it('takes sizes smallest first, each once', () => {
    const sizes = ['--children', '5000,400,5000', '--subscribers', '20'];
    const argv = ['found-child', ...sizes, '--seconds', '2', '--starts', '3', '--profile', 'hub'];
    expect(readArguments(argv, known)).toEqual({
      ok: true,
      names: ['found-child'],
      options: {
        children: [400, 5_000],
        subscribers: [20],
        seconds: 2,
        starts: 3,
        profile: 'hub',
        data: null,
      },
    });
  });

  it('names what it does not know', () => {
    expect(problemOf('nothing')).toContain('"nothing"');
    expect(problemOf('--minutes', '3')).toContain('--minutes');
  });

  it.each(['0', '1', 'many', '1.5', '101', ''])('refuses %p starts', (starts) => {
    expect(problemOf(`--starts=${starts}`)).toContain('--starts');
  });

  it.each(['0', 'many', '-5', '1.5', '601', ''])('refuses %p seconds', (seconds) => {
    expect(problemOf(`--seconds=${seconds}`)).toContain('--seconds');
  });

  it.each(['99', '1000,', '1e4', 'all', '10000001'])('refuses %p children', (children) => {
    expect(problemOf(`--children=${children}`)).toContain('--children');
  });

  it.each(['0', '20001', '10,', 'many'])('refuses %p subscribers', (subscribers) => {
    expect(problemOf(`--subscribers=${subscribers}`)).toContain('--subscribers');
  });

  it('tells the usage with every bench in it', () => {
    expect(usage({ 'found-child': { about: 'the main query' } })).toMatch(/found-child +the main query/);
  });
});
