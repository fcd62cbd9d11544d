import { addErrorHere, type Completer } from './completer';

/** A list: one item that may not be null and is makes the whole list null. */
export function completeList(item: Completer, coordinate: string): Completer {
  return (value, execution, depth) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) {
      addErrorHere(execution, depth, `Expected a list for field ${coordinate}.`);
      return null;
    }
    const { path } = execution;
    const items = new Array<unknown>(value.length);
    for (let index = 0; index < value.length; index++) {
      path[depth] = index;
      const completed = item(value[index], execution, depth + 1);
      if (completed === undefined) return null;
      items[index] = completed;
    }
    return items;
  };
}
