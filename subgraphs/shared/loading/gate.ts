import type { Decisions } from '../access/decisions';

/** Writes the matrix' decisions into SQL, over a query whose child is `c.id`. */
export interface Gate {
  /**
   * A condition true for the children for whom one of the rows is open; `flag`: a yes or no is enough; `coordinate`:
   * the field to be shown, where an owner's decision may have opened a part of the row.
   */
  test(rowIds: string | readonly string[], flag?: boolean, coordinate?: string): string;
  /** Whether `test` is true for any of them; what is true for none stands in columns the caller's reader may lack. */
  opens(rowIds: string | readonly string[], flag?: boolean, coordinate?: string): boolean;
  /** A condition true for the children with whom the asker works. */
  related(): string;
  /** Binds a value and returns its placeholder. */
  bind(value: unknown): string;
}

export interface BoundGate extends Gate {
  readonly parameters: unknown[];
}

/** Starts a statement about these children; parameters are numbered after those already bound. */
export function createGate(
  decisions: Decisions,
  children: readonly string[],
  parameters: unknown[] = [],
): BoundGate {
  const placeholders = new Map<string, string>();
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const allow: (...judged: Parameters<Gate['test']>) => string[] = (rowIds, flag, coordinate) =>
    decisions.allowed(children, [rowIds].flat(), flag, coordinate);
  const test: Gate['test'] = (...judged) => {
    const allowed = allow(...judged);
    const key = allowed.join(' ');
    let placeholder = placeholders.get(key);
    if (!placeholder) {
      placeholder = bind(allowed);
      placeholders.set(key, placeholder);
    }
    return `c.id = ANY(${placeholder}::text[])`;
  };
  const related = (): string => {
    const own = children.filter((child) => decisions.attestation(child)?.related);
    return `c.id = ANY(${bind(own)}::text[])`;
  };
  return { parameters, bind, test, related, opens: (...judged) => allow(...judged).length > 0 };
}
