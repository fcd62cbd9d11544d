import { concernsExtension, type Concern } from '../../../schema/protocol/concern';

/** Gathers whom an answer is about, for the hub's log. */
export interface Concerns {
  note(child: string, changed?: boolean): void;
}

/** @param extensions of the answer */
export function createConcerns(extensions: Record<string, unknown>): Concerns {
  const noted = new Map<string, boolean>();
  return {
    note: (child, changed = false) => {
      noted.set(child, changed || noted.get(child) === true);
      extensions[concernsExtension] = [...noted].map(([child, changed]): Concern => ({ child, changed }));
    },
  };
}
