import type { JsonObject } from './bare';
import type { PathKey } from './errorList';
import type { FetchSelection } from './plan/fetchSelection';

/** Why a fetch, or one entity of it, gave nothing. */
export interface Reason {
  readonly order: number;
  readonly message: string;
  readonly extensions: Record<string, unknown> | undefined;
  /** Whether an answer already carries it. */
  told: boolean;
}

export interface Failure {
  readonly reason: Reason;
  /** The objects of the tree that the fetch would have written into. */
  readonly places: readonly JsonObject[];
  readonly selection: FetchSelection;
  /** Where the reason is told when no missing field tells it; absent when it may stay untold. */
  readonly otherwiseAt?: () => readonly (readonly PathKey[])[];
}

/**
 * What fetches failed to write. The projection asks it about a missing field, so that the error stands at exactly the
 * fields the client asked for, and not at those only the plan needed.
 */
export class Failures {
  readonly #failures: Failure[] = [];
  readonly #tainted = new Map<JsonObject, Reason>();
  #missing: Map<JsonObject, Map<string, Reason>> | undefined;

  /** Whether anything missing may have a reason; spares the question when nothing failed. */
  any = false;

  record(failure: Failure): void {
    this.any = true;
    this.#failures.push(failure);
    for (const place of failure.places) this.taint(place, failure.reason);
  }

  /** Remembers why an object may lack what a later fetch needs of it. The first reason stays. */
  taint(place: JsonObject, reason: Reason): void {
    this.any = true;
    if (!this.#tainted.has(place)) this.#tainted.set(place, reason);
  }

  reasonFor(place: JsonObject): Reason | undefined {
    return this.#tainted.get(place);
  }

  /** Call when the tree is complete: what another fetch provided after all is not missing. */
  settle(): void {
    if (this.#failures.length === 0) return;
    const missing = new Map<JsonObject, Map<string, Reason>>();
    for (const { places, selection, reason } of this.#failures) {
      for (const place of places) {
        selection.eachMissing(place, (object, key) => {
          const keys = missing.get(object) ?? new Map<string, Reason>();
          missing.set(object, keys);
          if (!keys.has(key)) keys.set(key, reason);
        });
      }
    }
    this.#missing = missing;
  }

  whyMissing(object: JsonObject, key: string): Reason | undefined {
    return this.#missing?.get(object)?.get(key);
  }

  /** The reasons that no missing field told, with the places where they belong. */
  *untold(): Iterable<{ reason: Reason; path: readonly PathKey[] }> {
    for (const { reason, otherwiseAt } of this.#failures) {
      if (reason.told || !otherwiseAt) continue;
      reason.told = true;
      for (const path of otherwiseAt()) yield { reason, path };
    }
  }
}
