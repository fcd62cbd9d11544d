import type { OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { FieldGuard, RefusedField } from './guard';
import { ignoreConditions } from './operation/conditions';
import { prepareOperation } from './operation/prepareOperation';
import type { SelectedOperation } from './operation/selectOperation';
import { compileSteps, type CompileScope } from './plan/compileSteps';
import { compileVariant, compileVariants, type VariantOf } from './variants';

/** An operation, planned and compiled once, executed any number of times. */
export interface CompiledOperation {
  readonly kind: OperationTypeNode;
  readonly operationName: string | undefined;
  /** The subgraphs that the plan may call, whatever its variables; sorted. */
  readonly subgraphs: readonly string[];
  /** The names of the root's fields, without aliases. */
  readonly rootFields: readonly string[];
  /** The fields selected, as `Type.field`; those of an interface also under each type that implements it. */
  readonly fieldCoordinates: ReadonlySet<string>;
  /** The fields that the guard refused. */
  readonly refused: readonly RefusedField[];
}

/** What the engine keeps behind a `CompiledOperation`. */
export interface Executable extends CompiledOperation {
  readonly definition: OperationDefinitionNode;
  readonly variantOf: VariantOf;
}

/** @throws PlanningFailed when the planner, or a plan of its, cannot serve a valid operation. */
export function compileOperation(
  selected: SelectedOperation,
  guard: FieldGuard | undefined,
  scope: CompileScope,
): Executable {
  const prepared = prepareOperation(selected, scope.schema, guard, ignoreConditions);
  const steps = compileSteps(prepared, scope);
  const { conditionVariables, rootFields, fieldCoordinates, refused } = prepared;
  const definition = selected.operation;
  const only = conditionVariables.length === 0 && compileVariant(prepared, steps, scope, () => false);
  return {
    kind: definition.operation,
    operationName: definition.name?.value,
    subgraphs: steps.subgraphs,
    rootFields,
    fieldCoordinates,
    refused,
    definition,
    variantOf: only ? () => only : compileVariants(selected, conditionVariables, guard, scope),
  };
}
