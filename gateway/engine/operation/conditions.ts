import type { ConstDirectiveNode, DirectiveNode, SelectionNode } from 'graphql';

type Directive = DirectiveNode | ConstDirectiveNode;

/** The value of a boolean variable that stands in `@skip` or `@include`. */
export type ConditionValue = (variable: string) => boolean;

const conditionOf = (directive: Directive) =>
  directive.arguments?.find(({ name }) => name.value === 'if')?.value;

const isCondition = ({ name }: Directive) => name.value === 'skip' || name.value === 'include';

/** What becomes of `@skip` and `@include` when an operation is planned. */
export interface ConditionPolicy {
  includes(selection: SelectionNode): boolean;
  directives(directives: readonly DirectiveNode[] | undefined): DirectiveNode[];
}

/** Carries out literal conditions and leaves those on variables to the plan. */
export const keepConditions: ConditionPolicy = {
  includes: isPossible,
  directives: (directives) => withoutConditions(directives, isLiteral),
};

/** Plans what is selected under some values of the variables, all at once. */
export const ignoreConditions: ConditionPolicy = {
  includes: isPossible,
  directives: (directives) => withoutConditions(directives, () => true),
};

/** Plans what is selected under these values of the variables. */
export const resolveConditions = (valueOf: ConditionValue): ConditionPolicy => ({
  includes: (selection) => isIncluded(selection, valueOf),
  directives: (directives) => withoutConditions(directives, () => true),
});

const isLiteral = (directive: DirectiveNode) => conditionOf(directive)?.kind === 'BooleanValue';

/** Whether literal conditions let the selection in. */
function isPossible(selection: SelectionNode): boolean {
  return !selection.directives?.some((directive) => {
    const value = isCondition(directive) ? conditionOf(directive) : undefined;
    return value?.kind === 'BooleanValue' && value.value === (directive.name.value === 'skip');
  });
}

function withoutConditions(
  directives: readonly DirectiveNode[] | undefined,
  leavesOut: (directive: DirectiveNode) => boolean,
): DirectiveNode[] {
  return (directives ?? []).filter((directive) => !isCondition(directive) || !leavesOut(directive));
}

/** The names of the variables in the selection's `@skip` and `@include`. */
export function conditionVariables(selection: SelectionNode): string[] {
  return (selection.directives ?? []).flatMap((directive) => {
    const value = isCondition(directive) ? conditionOf(directive) : undefined;
    return value?.kind === 'Variable' ? [value.name.value] : [];
  });
}

/** Whether the selection is in the answer for these variables. */
export function isIncluded(selection: SelectionNode, valueOf: ConditionValue): boolean {
  if (!selection.directives || selection.directives.length === 0) return true;
  return selection.directives.every((directive) => {
    if (!isCondition(directive)) return true;
    const value = conditionOf(directive);
    const holds =
      value?.kind === 'Variable' ? valueOf(value.name.value) : value?.kind === 'BooleanValue' && value.value;
    return holds === (directive.name.value === 'include');
  });
}
