import {
  getNamedType,
  getOperationAST,
  GraphQLObjectType,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphRequest, SubgraphResponse } from '../../../schema/protocol/transport';
import { selectedFields } from './selectedFields';

/** What an answer gave, by name alone; each list sorted. */
export interface AnswerDescription {
  /** Coordinates of the root fields. */
  readonly asked: string[];
  /** Children asked about, and those named in the answer. */
  readonly children: string[];
  /** Coordinates that were answered: null without an error is an answer too, for it says that nothing is held. */
  readonly fields: string[];
}

/** Fields whose value is a child's reference, or several. */
const references =
  /^(Child\.id|Candidate\.child|AccessFacts\.child|DutyChanges\.children|Query\.\w+(Caseload|DutyChildren|DutyHidden))$/;

/** Walks an operation along its answer. */
export function describeAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operationName, variables = {} }: SubgraphRequest,
  { data, errors = [] }: SubgraphResponse,
): AnswerDescription {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return { asked: [], children: [], fields: [] };
  const roots = selectedFields(operation.selectionSet, root, schema, document);
  const asked = new Set(roots.map((field) => `${root.name}.${field.name.value}`));
  const walk = new AnswerWalk(schema, document, refusedPlaces(errors));
  walk.object(root, operation.selectionSet, data ?? {}, '');
  const about = roots.flatMap((field) => childrenIn(readArguments(field, variables)));
  return {
    asked: [...asked].sort(),
    children: [...new Set([...about, ...walk.children])].sort(),
    fields: [...walk.given].filter((coordinate) => !asked.has(coordinate)).sort(),
  };
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

  readonly #known = new Map<SelectionSetNode, Map<GraphQLObjectType, readonly Selected[]>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly document: DocumentNode,
    private readonly refused: ReadonlySet<string>,
  ) {}

  object(type: GraphQLObjectType, selections: SelectionSetNode, value: JsonObject, path: string): void {
    for (const field of this.#selected(type, selections)) {
      const answer = value[field.key];
      if (answer === undefined) continue;
      const place = path === '' ? field.key : `${path}.${field.key}`;
      if (answer === null && this.refused.has(place)) continue;
      this.given.add(field.coordinate);
      if (field.isReference) this.#name(answer);
      if (field.selections) this.#value(field.typeName, field.selections, answer, place);
    }
  }

  /** Once for all objects of a list. */
  #selected(type: GraphQLObjectType, selections: SelectionSetNode): readonly Selected[] {
    const ofSet = this.#known.get(selections) ?? new Map<GraphQLObjectType, readonly Selected[]>();
    this.#known.set(selections, ofSet);
    const known = ofSet.get(type);
    if (known) return known;
    const selected = selectedFields(selections, type, this.schema, this.document).flatMap((field) => {
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
    ofSet.set(type, selected);
    return selected;
  }

  #name(answer: unknown): void {
    for (const child of [answer].flat()) if (typeof child === 'string') this.children.add(child);
  }

  #value(typeName: string, selections: SelectionSetNode, value: unknown, path: string): void {
    if (Array.isArray(value)) {
      value.forEach((item, index) => this.#value(typeName, selections, item, `${path}.${index}`));
    } else if (typeof value === 'object' && value !== null) {
      const type = this.schema.getType(concreteName(typeName, value as JsonObject));
      if (type instanceof GraphQLObjectType) this.object(type, selections, value as JsonObject, path);
    }
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
