import { addErrorHere, type Completer } from './completer';

/** A position that may not be null: the null goes up, and when no error says why there is none, one is added. */
export function completeNonNull(inner: Completer, coordinate: string): Completer {
  return (value, execution, depth) => {
    const completed = inner(value, execution, depth);
    if (completed !== null) return completed;
    if (!execution.errors.explains(execution.path.slice(0, depth))) {
      addErrorHere(execution, depth, `Cannot return null for non-nullable field ${coordinate}.`);
    }
    return undefined;
  };
}
