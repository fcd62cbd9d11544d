import { GraphQLError } from 'graphql';
import type { World, WorldObject } from './createWorld';
import type { Next } from './randomOperation';

/** What a type has, and which subgraph says what about it. */
interface PlannedType {
  readonly name: string;
  /** Subgraphs that define the type; the first of all does always, with both keys. */
  readonly graphs: readonly number[];
  readonly keys: ReadonlyMap<number, readonly string[]>;
  readonly leaves: Leaf[];
  readonly links: Link[];
}

interface Leaf {
  readonly name: string;
  readonly type: string;
  /** Declarations by subgraph. */
  readonly in: Map<number, string>;
  readonly owner: number;
  /** The field of the same type that it is made of. */
  readonly requires?: Leaf;
  /** Whether something requires it: it then gives a value whatever happens. */
  required: boolean;
}

interface Link {
  readonly name: string;
  readonly type: string;
  readonly owner: number;
  readonly targets: readonly string[];
  provides?: string;
}

const count = 3;
const leafTypes = ['String', 'String!', 'Int', 'Int!', '[String!]'];
const hash = (text: string) => [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 9973, 7);
const pick = (place: string, of: number) => hash(place) % of;

/** Subgraphs with entities, keys, and the directives of Federation, and data with faults; all by the numbers given. */
export function createRandomWorld(next: Next): World & { readonly ids: readonly string[] } {
  const graphCount = 2 + next(3);
  const names = ['Ant', 'Bee', 'Cow'].slice(0, 2 + next(2));
  const types = names.map((name) => planType(name, graphCount, next));
  for (const type of types) planLinks(type, types, next);
  for (const type of types) planDirectives(type, types, next);
  const interfaceObject = next(3) === 0;
  const written = Object.fromEntries(
    Array.from({ length: graphCount }, (_, graph) => [
      `s${graph}`,
      writeGraph(graph, types, interfaceObject),
    ]),
  );
  const subgraphs = Object.fromEntries(Object.entries(written).filter(([, sdl]) => sdl !== ''));
  if (interfaceObject)
    subgraphs.extra = `type Query { kept: [Kept!] } type Kept @key(fields: "id") @interfaceObject { id: ID! note: String weight: Int! }`;
  const entities = createEntities(types);
  const query: Record<string, unknown> = {
    kept: entities.slice(1, 4),
    nodes: entities,
    many: entities.slice(2),
  };
  for (const { name } of types) {
    const own = entities.filter(({ __typename }) => __typename === name);
    query[`list${name}`] = [...own, own[0]];
    query[`one${name}`] = ({ id }: { id: string }) => own.find((entity) => entity.id === id) ?? null;
    query[`far${name}`] = own[1];
  }
  return {
    subgraphs,
    query: query as WorldObject,
    entities,
    ids: [`${names[0]}0`, `${names[1]}1`, 'nobody'],
  };
}

function planType(name: string, graphCount: number, next: Next): PlannedType {
  const graphs = [0];
  for (let graph = 1; graph < graphCount; graph++) if (next(4) > 0) graphs.push(graph);
  const keys = new Map(
    graphs.map((graph) => [
      graph,
      graph === 0 ? ['id', 'code'] : ([['id'], ['code'], ['id', 'code']][next(3)] ?? []),
    ]),
  );
  const leaves: Leaf[] = [
    { name: 'name', type: 'String', in: new Map([[0, 'name: String']]), owner: 0, required: false },
  ];
  for (let index = next(3) + 1; index > 0; index--) {
    const owner = graphs[next(graphs.length)] ?? 0;
    const type = leafTypes[next(leafTypes.length)] ?? 'String';
    const leaf = `leaf${index}`;
    leaves.push({ name: leaf, type, in: new Map([[owner, `${leaf}: ${type}`]]), owner, required: false });
  }
  return { name, graphs, keys, leaves, links: [] };
}

function planLinks(type: PlannedType, types: readonly PlannedType[], next: Next): void {
  for (let index = 1 + next(2); index > 0; index--) {
    const owner = type.graphs[next(type.graphs.length)] ?? 0;
    const there = types.filter(({ graphs }) => graphs.includes(owner)).map(({ name }) => name);
    const target = there[next(there.length)] ?? type.name;
    const shape = next(6);
    const inner = shape === 4 ? 'Any' : shape === 5 && owner === 0 ? 'Node' : target;
    const targets = inner === target ? [target] : there;
    const text = [inner, `${inner}!`, `[${inner}]`, `[${inner}!]!`][next(4)] ?? inner;
    type.links.push({ name: `link${index}`, type: text, owner, targets });
  }
}

/** Adds `@shareable`, `@override`, `@requires` and `@provides` where they fit. */
function planDirectives(type: PlannedType, types: readonly PlannedType[], next: Next): void {
  for (const leaf of [...type.leaves]) {
    const others = type.graphs.filter((graph) => graph !== leaf.owner);
    const other = others[next(others.length || 1)];
    if (other === undefined || leaf.in.size > 1) continue;
    const declaration = `${leaf.name}: ${leaf.type}`;
    const choice = next(5);
    if (choice === 0) {
      for (const graph of [leaf.owner, other]) leaf.in.set(graph, `${declaration} @shareable`);
    } else if (choice === 1 && leaf.name !== 'name') {
      leaf.in.set(other, `${declaration} @override(from: "s${leaf.owner}")`);
    } else if (choice > 2) {
      leaf.in.set(other, `${declaration} @external`);
      leaf.required = true;
      const name = `of_${leaf.name}`;
      const requiring = `${name}: String @requires(fields: "${leaf.name}")`;
      type.leaves.push({
        name,
        type: 'String',
        in: new Map([[other, requiring]]),
        owner: other,
        requires: leaf,
        required: false,
      });
    }
  }
  for (const link of type.links) planProvides(link, types, next);
}

function planProvides(link: Link, types: readonly PlannedType[], next: Next): void {
  // A union has no fields to provide, not even one with a single member here.
  const target = types.find(({ name }) => link.type.includes(name));
  const leaf = target?.leaves.find((one) => one.in.size === 1 && !one.in.has(link.owner) && !one.requires);
  if (!leaf || next(3) > 0) return;
  leaf.in.set(leaf.owner, `${leaf.name}: ${leaf.type} @shareable`);
  leaf.in.set(link.owner, `${leaf.name}: ${leaf.type} @external`);
  link.provides = leaf.name;
}

function writeGraph(graph: number, types: readonly PlannedType[], interfaceObject: boolean): string {
  const there = types.filter(({ graphs }) => graphs.includes(graph));
  const hub = graph === 0;
  const roots = there.flatMap(({ name }) =>
    hub
      ? [`list${name}: [${name}!]!`, `one${name}(id: ID!): ${name}`]
      : graph === 1
        ? [`far${name}: ${name}`]
        : [],
  );
  if (hub) roots.push('nodes: [Node]', 'many: [Any!]');
  const parts = roots.length > 0 ? [`type Query { ${roots.join(' ')} }`] : [];
  if (hub) parts.push('interface Node { id: ID! name: String }');
  if (hub && interfaceObject) parts.push('interface Kept @key(fields: "id") { id: ID! }');
  if (there.length > 0) parts.push(`union Any = ${there.map(({ name }) => name).join(' | ')}`);
  for (const { name, keys, leaves, links } of there) {
    const own = keys.get(graph) ?? [];
    const implemented = hub ? ` implements Node${interfaceObject ? ' & Kept' : ''}` : '';
    const lines = own.map((key) => `${key}: ID!`);
    for (const leaf of leaves) lines.push(leaf.in.get(graph) ?? '');
    for (const link of links) {
      if (link.owner !== graph) continue;
      lines.push(
        `${link.name}: ${link.type}${link.provides ? ` @provides(fields: "${link.provides}")` : ''}`,
      );
    }
    const directives = own.map((key) => `@key(fields: "${key}")`).join(' ');
    parts.push(`type ${name}${implemented} ${directives} { ${lines.filter(Boolean).join(' ')} }`);
  }
  return parts.join('\n');
}

function createEntities(types: readonly PlannedType[]): WorldObject[] {
  const entities: WorldObject[] = [];
  const find = (name: string, index: number) => entities.find((one) => one.id === `${name}${index % count}`);
  for (const { name, leaves, links } of types) {
    for (let index = 0; index < count; index++) {
      const id = `${name}${index}`;
      const entity: Record<string, unknown> = {
        __typename: name,
        id,
        code: `code-${id}`,
        note: `note ${id}`,
        weight: index,
      };
      for (const leaf of leaves) entity[leaf.name] = createLeaf(id, leaf);
      for (const link of links) entity[link.name] = createLink(id, link, find);
      entities.push(entity as WorldObject);
    }
  }
  return entities;
}

function createLeaf(id: string, { name, type, requires, required }: Leaf): unknown {
  const place = `${id}/${name}`;
  if (requires) {
    return function (this: WorldObject) {
      const value = this[requires.name];
      return `of ${JSON.stringify(typeof value === 'function' ? value.call(this) : value)}`;
    };
  }
  const value = readLeaf(place, type);
  return () => {
    if (!required && pick(place, 9) === 0)
      throw new GraphQLError(`${name} failed`, { extensions: { code: 'X' } });
    return required || !type.endsWith('!') ? value : pick(place, 13) === 0 ? null : value;
  };
}

function readLeaf(place: string, type: string): unknown {
  if (!type.endsWith('!') && pick(place, 5) === 0) return null;
  if (type.startsWith('Int')) return pick(place, 100);
  return type.startsWith('[') ? [place, `${place}!`] : `at ${place}`;
}

function createLink(
  id: string,
  { name, type, targets }: Link,
  find: (name: string, index: number) => unknown,
): unknown {
  const place = `${id}/${name}`;
  const at = (step: number) =>
    find(targets[pick(`${place}${step}`, targets.length)] ?? '', pick(place, count) + step);
  return () => {
    if (pick(place, 9) === 0) throw new GraphQLError(`${name} failed`, { extensions: { code: 'Y' } });
    if (type.startsWith('[')) return Array.from({ length: pick(place, 4) }, (_, step) => at(step));
    return !type.endsWith('!') && pick(place, 6) === 0 ? null : at(0);
  };
}
