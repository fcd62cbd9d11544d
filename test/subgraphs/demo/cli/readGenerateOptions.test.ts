import { readGenerateOptions } from '../../../../subgraphs/demo/cli/readGenerateOptions';

describe('The command line of the generator', () => {
  it('takes a number of children and a seed', () => {
    expect(readGenerateOptions(['--children', '100000', '--seed', '4'])).toEqual({
      children: 100_000,
      seed: 4,
    });
  });

  it('uses seed 1 when none is given', () => {
    expect(readGenerateOptions(['--children', '10'])).toEqual({ children: 10, seed: 1 });
  });

  it.each([
    [[], '--children: heltal / whole number 1–10000000, fick / got ingenting / nothing.'],
    [['--children', 'many'], 'got "many"'],
    [['--children', '1e5'], 'got "1e5"'],
    [['--children', '5', '--seed', '0'], '--seed: heltal / whole number 1–99999, fick / got "0".'],
    [['--kids', '5'], "Unknown option '--kids'"],
  ])('says what is wrong with %j and how it is used', (argv, message) => {
    expect(() => readGenerateOptions(argv)).toThrow(message);
    expect(() => readGenerateOptions(argv)).toThrow('npm run generate -- --children 100000 [--seed 1]');
  });
});
