import { allMunicipalities, findMunicipality } from '../../../../subgraphs/shared/reference/municipality';

test('there are 290 municipalities in 21 counties', () => {
  const all = allMunicipalities();
  expect(all).toHaveLength(290);
  expect(new Set(all.map(({ county }) => county.code)).size).toBe(21);
  expect(new Set(all.map(({ name }) => name)).size).toBe(290);
  expect(all.every(({ code, county }) => /^\d{4}$/.test(code) && county.name.endsWith(' län'))).toBe(true);
});

test.each([
  ['0180', 'Stockholm', 'Stockholms län'],
  ['0331', 'Heby', 'Uppsala län'],
  ['2580', 'Luleå', 'Norrbottens län'],
])('%s is %s in %s', (code, name, county) => {
  expect(findMunicipality(code)).toMatchObject({
    code,
    name,
    county: { code: code.slice(0, 2), name: county },
  });
});

test.each(['', '0000', '180', 'constructor', '__proto__'])('%j is no municipality', (code) => {
  expect(findMunicipality(code)).toBeNull();
});
