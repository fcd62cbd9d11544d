import { isInterfaceType, type FieldNode, type GraphQLInterfaceType, type GraphQLObjectType } from 'graphql';
import { isInheritedName, readOwn, type JsonObject } from '../bare';
import type { Execution } from '../execution';
import type { Refusal } from '../guard';
import { compileIntrospection } from '../introspection';
import { addErrorHere, type Completer } from './completer';
import { compileOutput } from './output';
import type { ProjectionScope } from './projectionScope';

/** One field of an object's projection. */
export interface ProjectedField {
  readonly responseKey: string;
  readonly coordinate: string;
  /** Undefined when the field may not be null and is. `execution.path` ends with the field, before `depth`. */
  readonly project: (source: JsonObject, execution: Execution, depth: number) => unknown;
}

type ParentType = GraphQLObjectType | GraphQLInterfaceType;

/** Compiles the nodes that share a response key. */
export function compileField(
  responseKey: string,
  nodes: readonly FieldNode[],
  parent: ParentType,
  scope: ProjectionScope,
): ProjectedField {
  const [node] = nodes;
  const name = node?.name.value ?? responseKey;
  const coordinate = `${parent.name}.${name}`;
  const field = (project: ProjectedField['project']) => ({ responseKey, coordinate, project });
  if (name === '__typename') return field(compileTypename(parent, scope));
  if (name.startsWith('__')) {
    const introspect = compileIntrospection(responseKey, nodes, scope.operation, scope.schema.api);
    return field((_source, { variables }) => introspect(variables));
  }
  const definition = parent.getFields()[name];
  if (!definition) throw new Error(`Unknown field ${coordinate}`);
  const complete = compileOutput(definition.type, nodes, coordinate, scope);
  const refusal = findRefusal(nodes, parent, scope);
  if (refusal) return field(projectRefused(refusal, complete));
  return field(projectValue((node && scope.operation.treeKeys.get(node)) ?? name, complete));
}

/** An object of a type that is refused does not even tell its type: it becomes null in its turn. */
function compileTypename(parent: ParentType, { operation }: ProjectionScope): ProjectedField['project'] {
  const refusal = operation.guard?.refuseType?.(parent.name);
  if (refusal) return projectRefused(refusal, () => undefined);
  return isInterfaceType(parent) ? projectTypename : () => parent.name;
}

function projectTypename(source: JsonObject): unknown {
  return typeof source.__typename === 'string' ? source.__typename : undefined;
}

function projectRefused({ message, extensions }: Refusal, complete: Completer): ProjectedField['project'] {
  return (_source, execution, depth) => {
    addErrorHere(execution, depth, message, extensions);
    return complete(null, execution, depth);
  };
}

function projectValue(key: string, complete: Completer): ProjectedField['project'] {
  const inherited = isInheritedName(key);
  return (source, execution, depth) => {
    const value = inherited ? readOwn(source, key) : source[key];
    if (value === undefined && execution.failures.any) explainMissing(source, key, execution, depth);
    return complete(value, execution, depth);
  };
}

/** Says at the field why its fetch gave nothing. */
function explainMissing(
  source: JsonObject,
  key: string,
  { failures, errors, path }: Execution,
  depth: number,
): void {
  const reason = failures.whyMissing(source, key);
  const here = path.slice(0, depth);
  if (!reason || errors.explains(here)) return;
  errors.add(reason.order, reason.message, here, reason.extensions);
  reason.told = true;
}

/** A guard may refuse the field for this type, or for the interface it was selected on. */
function findRefusal(
  nodes: readonly FieldNode[],
  parent: ParentType,
  scope: ProjectionScope,
): Refusal | null {
  const { guard, refusedNodes } = scope.operation;
  const [node] = nodes;
  if (!guard || !node) return null;
  return refusedNodes.get(node) ?? guard.refuse(parent.name, node.name.value);
}
