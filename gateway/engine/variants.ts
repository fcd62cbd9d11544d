import type { FieldGuard } from './guard';
import { Lru } from './lru';
import { ClientShape } from './operation/clientShape';
import type { CollectScope } from './operation/collectFields';
import {
  keepConditions,
  resolveConditions,
  type ConditionPolicy,
  type ConditionValue,
} from './operation/conditions';
import { prepareOperation, type PreparedOperation } from './operation/prepareOperation';
import type { SelectedOperation } from './operation/selectOperation';
import { compileSteps, type CompileScope, type CompiledSteps } from './plan/compileSteps';
import { compileObject, type ObjectProjection } from './projection/object';

/** An operation under one set of values of its `@skip` and `@include` variables: its plan and its projection. */
export interface Variant extends CompiledSteps {
  readonly project: ObjectProjection;
  readonly shape: () => ClientShape;
}

export type VariantOf = (variables: Readonly<Record<string, unknown>>) => Variant;

/** Bounds what a client can have compiled by sending every combination of its conditions. */
const maxVariants = 32;

/**
 * Compiles variants when they are met. Each is planned without its conditions: the planner forgets some of them when it
 * merges fetches, and would then ask an agency for what the client left out. Where a variant cannot be planned, the
 * plan with conditions serves.
 */
export function compileVariants(
  selected: SelectedOperation,
  conditionVariables: readonly string[],
  guard: FieldGuard | undefined,
  scope: CompileScope,
): VariantOf {
  const variants = new Lru<string, Variant>(maxVariants);
  return (variables) => {
    const isTrue = (name: string) => Object.hasOwn(variables, name) && variables[name] === true;
    const key = conditionVariables.map((name) => (isTrue(name) ? '1' : '0')).join('');
    const known = variants.get(key);
    if (known) return known;
    const holding = new Set(conditionVariables.filter(isTrue));
    const variant = planVariant(selected, guard, scope, (name) => holding.has(name));
    variants.set(key, variant);
    return variant;
  };
}

function planVariant(
  selected: SelectedOperation,
  guard: FieldGuard | undefined,
  scope: CompileScope,
  valueOf: ConditionValue,
): Variant {
  const plan = (conditions: ConditionPolicy) => {
    const operation = prepareOperation(selected, scope.schema, guard, conditions);
    return compileVariant(operation, compileSteps(operation, scope), scope, valueOf);
  };
  try {
    return plan(resolveConditions(valueOf));
  } catch {
    return plan(keepConditions);
  }
}

/** Compiles the projection for a plan that is there. */
export function compileVariant(
  operation: PreparedOperation,
  steps: CompiledSteps,
  { schema }: CompileScope,
  valueOf: ConditionValue,
): Variant {
  const collect: CollectScope = { schema: schema.api, fragments: operation.fragments, valueOf };
  const selectionSets = [operation.operation.selectionSet];
  let shape: ClientShape | undefined;
  return {
    ...steps,
    project: compileObject(operation.rootType, selectionSets, { schema, operation, collect, compileObject }),
    shape: () => (shape ??= new ClientShape(operation, selectionSets)),
  };
}
