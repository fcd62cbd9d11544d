import { visit, type ASTNode } from 'graphql';

const prefix = '_client_';

/** Names that the planner gives to variables of its own. */
const isReserved = (name: string): boolean =>
  name === 'representations' || name.startsWith('__batch_reps_') || name.startsWith(prefix);

/** Renames the client's variables that would get in the way of the planner's. */
export function renameReserved<T extends ASTNode>(node: T, variables: readonly string[]): T {
  if (!variables.some(isReserved)) return node;
  return visit(node, {
    Variable: (variable) => {
      const { value } = variable.name;
      return isReserved(value)
        ? { ...variable, name: { ...variable.name, value: prefix + value } }
        : undefined;
    },
  });
}

/** The client's name of a variable in a planned query. */
export const toClientVariable = (planned: string): string =>
  planned.startsWith(prefix) ? planned.slice(prefix.length) : planned;
