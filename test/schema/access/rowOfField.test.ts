import { existsSync, readFileSync } from 'node:fs';
import { buildSchema, isObjectType } from 'graphql';
import containers from '../../../schema/access/containers.json';
import fields from '../../../schema/access/fields.json';
import { coordinates, rowOfField } from '../../../schema/access/rowOfField';
import { findRow, rowsOfField } from '../../../schema/access/rows';
import { readCell } from '../../../schema/access/readCell';

test('every field is judged by rows that are there', () => {
  for (const coordinate of coordinates) {
    expect([coordinate, rowOfField(coordinate)]).not.toEqual([coordinate, null]);
    for (const id of rowsOfField(coordinate)) expect(findRow(id).id).toBe(id);
  }
});

test('no field is there twice', () => {
  const source = readFileSync(`${__dirname}/../../../schema/access/fields.json`, 'utf8');
  const written = [...source.matchAll(/^ {2}"([^"]+)":/gm)].map((match) => match[1]);
  expect(written).toEqual(Object.keys(fields));
});

test('a field that nobody has judged is denied, however it is spelt', () => {
  for (const coordinate of ['Child.asylumGrounds', 'Child', 'Nothing.at.all', '', 'constructor.name']) {
    expect(rowOfField(coordinate)).toBeNull();
    expect(rowsOfField(coordinate)).toEqual([]);
  }
});

test('a field that several rows open names them all', () => {
  expect(rowsOfField('Child.placement')).toEqual([
    'municipality.placementType',
    'municipality.placementAddress',
  ]);
});

test('the public function contact opens no object by itself, since the object says that there is a case', () => {
  for (const coordinate of coordinates.filter((each) => each.startsWith('Child.'))) {
    expect(rowsOfField(coordinate)).not.toContain('municipality.functionContact');
  }
});

test('every flag field has rows that someone sees as yes or no', () => {
  for (const coordinate of coordinates) {
    const field = rowOfField(coordinate);
    if (field?.kind !== 'ROW' || !field.flag) continue;
    const cells = field.rows.flatMap((row) => Object.values(row.cells));
    expect([coordinate, cells.some((cell) => readCell(cell).flagOnly)]).toEqual([coordinate, true]);
  }
});

test('every type seen with its parent says which fields give it', () => {
  const types = coordinates
    .filter((coordinate) => rowOfField(coordinate)?.kind === 'PARENT')
    .map((coordinate) => coordinate.split('.')[0]);
  for (const type of types) expect(Object.keys(containers)).toContain(type);
  for (const way of Object.values(containers).flat()) expect([way, rowOfField(way)]).not.toEqual([way, null]);
});

const contract = '/work/shared/design/api.graphql';
if (existsSync(contract)) {
  test('every output field of the public contract is judged', () => {
    const sdl = readFileSync(contract, 'utf8').replace(/ @key\([^)]*\)/g, '');
    const named = [...sdl.matchAll(/\b(?:type|input|enum|scalar) (\w+)/g)].map((match) => match[1] ?? '');
    const used = [...sdl.matchAll(/[:[] ?\[?(\w+)!?\]?!?/g)].map((match) => match[1] ?? '');
    const left = [...new Set(used)].filter((name) => /^[A-Z]/.test(name) && !named.includes(name));
    const builtIn = ['String', 'Int', 'Float', 'Boolean', 'ID'];
    const stubs = left.filter((name) => !builtIn.includes(name));
    const schema = buildSchema(
      [
        sdl,
        ...stubs.map((name) => (isInput(name) ? `input ${name} { x: ID }` : `type ${name} { id: ID }`)),
      ].join('\n'),
      { assumeValidSDL: true },
    );
    const unjudged = Object.values(schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !stubs.includes(type.name))
      .flatMap((type) =>
        isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : [],
      )
      .filter((coordinate) => rowOfField(coordinate) === null);
    expect(unjudged).toEqual([]);
  });
}

function isInput(name: string): boolean {
  return /Input$|Filter$/.test(name);
}
