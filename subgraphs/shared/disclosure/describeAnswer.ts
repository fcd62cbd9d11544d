import {
  getNamedType,
  getOperationAST,
  GraphQLObjectType,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphRequest, SubgraphResponse } from '../../../schema/protocol/transport';
import { selectedFields } from './selectedFields';

/** What an answer gave, by name alone; each list sorted. */
export interface AnswerDescription {
  /** Coordinates of the root fields. */
  readonly asked: readonly string[];
  /** Children asked about, and those named in the answer. */
  readonly children: string[];
  /** Coordinates that were answered: null without an error is an answer too, for it says that nothing is held. */
  readonly fields: string[];
}

/** Fields whose value is a child's reference, or several. */
const references =
  /^(Child\.id|Candidate\.child|AccessFacts\.child|DutyChanges\.children|Query\.\w+(Caseload|DutyChildren|DutyHidden))$/;

export type DescribeAnswer = (
  document: DocumentNode,
  request: Pick<SubgraphRequest, 'operationName' | 'variables'>,
  response: Pick<SubgraphResponse, 'data' | 'errors'>,
) => AnswerDescription;

/** Walks operations along their answers. What an operation selects is looked up once for each document. */
export function createDescriber(schema: GraphQLSchema): DescribeAnswer {
  const readings = new WeakMap<DocumentNode, Map<string | undefined, Reading>>();
  const readingOf = (document: DocumentNode, operationName: string | undefined): Reading | null => {
    const known = readings.get(document) ?? new Map<string | undefined, Reading>();
    readings.set(document, known);
    const reading = known.get(operationName) ?? readOperation(schema, document, operationName);
    // Of names that the document has not, there is no end.
    if (reading) known.set(operationName, reading);
    return reading;
  };
  return (document, { operationName, variables = {} }, { data, errors = [] }) => {
    const reading = readingOf(document, operationName);
    if (!reading) return { asked: [], children: [], fields: [] };
    const { root, operation, roots, asked, selections } = reading;
    const walk = new AnswerWalk(schema, selections, refusedPlaces(errors));
    walk.object(root, operation.selectionSet, data ?? {}, '');
    const about = roots.flatMap((field) => childrenIn(readArguments(field, variables)));
    return {
      asked,
      children: [...new Set([...about, ...walk.children])].sort(),
      fields: [...walk.given].filter((coordinate) => !asked.includes(coordinate)).sort(),
    };
  };
}

/** What describing its answers needs to know of an operation. */
interface Reading {
  readonly root: GraphQLObjectType;
  readonly operation: OperationDefinitionNode;
  readonly roots: readonly FieldNode[];
  readonly asked: readonly string[];
  readonly selections: Selections;
}

function readOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): Reading | null {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return null;
  const roots = selectedFields(operation.selectionSet, root, schema, document);
  const asked = [...new Set(roots.map((field) => `${root.name}.${field.name.value}`))].sort();
  return { root, operation, roots, asked, selections: new Selections(schema, document) };
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The places at or above an error, as `_entities.0.names`. */
function refusedPlaces(errors: NonNullable<SubgraphResponse['errors']>): ReadonlySet<string> {
  return new Set(
    errors.flatMap(({ path = [] }) => path.map((_, index) => path.slice(0, index + 1).join('.'))),
  );
}

class AnswerWalk {
  readonly given = new Set<string>();
  readonly children = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: Selections,
    private readonly refused: ReadonlySet<string>,
  ) {}

  object(type: GraphQLObjectType, selections: SelectionSetNode, value: JsonObject, path: string): void {
    for (const field of this.selections.of(type, selections)) {
      const answer = value[field.key];
      if (answer === undefined) continue;
      const place = this.#join(path, field.key);
      if (answer === null && this.refused.has(place)) continue;
      this.given.add(field.coordinate);
      if (field.isReference) this.#name(answer);
      if (field.selections) this.#value(field.typeName, field.selections, answer, place);
    }
  }

  /** Places are told apart only where one is refused. */
  #join(path: string, key: string | number): string {
    if (this.refused.size === 0) return '';
    return path === '' ? String(key) : `${path}.${key}`;
  }

  #name(answer: unknown): void {
    for (const child of [answer].flat()) if (typeof child === 'string') this.children.add(child);
  }

  #value(typeName: string, selections: SelectionSetNode, value: unknown, path: string): void {
    if (Array.isArray(value)) {
      value.forEach((item, index) => this.#value(typeName, selections, item, this.#join(path, index)));
    } else if (typeof value === 'object' && value !== null) {
      const type = this.schema.getType(concreteName(typeName, value as JsonObject));
      if (type instanceof GraphQLObjectType) this.object(type, selections, value as JsonObject, path);
    }
  }
}

/** What a document selects on objects of a type, fragments put in place. */
class Selections {
  readonly #known = new Map<SelectionSetNode, Map<GraphQLObjectType, readonly Selected[]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
  ) {}

  of(type: GraphQLObjectType, selections: SelectionSetNode): readonly Selected[] {
    const ofSet = this.#known.get(selections) ?? new Map<GraphQLObjectType, readonly Selected[]>();
    this.#known.set(selections, ofSet);
    const known = ofSet.get(type);
    if (known) return known;
    const selected = this.#read(type, selections);
    ofSet.set(type, selected);
    return selected;
  }

  #read(type: GraphQLObjectType, selections: SelectionSetNode): Selected[] {
    return selectedFields(selections, type, this.schema, this.document).flatMap((field) => {
      const definition = type.getFields()[field.name.value];
      if (!definition) return [];
      const coordinate = `${type.name}.${field.name.value}`;
      return [
        {
          key: field.alias?.value ?? field.name.value,
          coordinate,
          isReference: references.test(coordinate),
          typeName: getNamedType(definition.type).name,
          selections: field.selectionSet,
        },
      ];
    });
  }
}

interface Selected {
  /** In the answer. */
  readonly key: string;
  readonly coordinate: string;
  readonly isReference: boolean;
  /** Of the value, or of its items. */
  readonly typeName: string;
  readonly selections: SelectionSetNode | undefined;
}

/** Where the hub does not ask an entity for its type, it asks for children alone. */
function concreteName(typeName: string, value: JsonObject): string {
  if (typeof value['__typename'] === 'string') return value['__typename'];
  return typeName === '_Entity' ? 'Child' : typeName;
}

function readArguments(field: FieldNode, variables: JsonObject): JsonObject {
  const given = field.arguments ?? [];
  return Object.fromEntries(
    given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]),
  );
}

/** `child` and `children` of the arguments and of an input object, and the ids of representations. */
function childrenIn(given: JsonObject): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (name === 'child' || name === 'children') return [value].flat().filter((id) => typeof id === 'string');
    if (name === 'representations' && Array.isArray(value)) {
      const entities = value as { __typename?: string; id?: unknown }[];
      return entities.flatMap(({ __typename, id }) => (__typename === 'Child' ? [String(id)] : []));
    }
    return name === 'input' && typeof value === 'object' && value !== null
      ? childrenIn(value as JsonObject)
      : [];
  });
}
