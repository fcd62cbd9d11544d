import type { EntityObserver, EntityReport } from '../observer';

type Outcome = keyof EntityReport;

interface Entry {
  readonly entity: string;
  readonly coordinate: string;
  readonly outcome: Outcome;
}

/** What is observed while an answer is projected. An object that null propagation takes away was not given. */
export class ObservationLog {
  #entries: Entry[] = [];
  /** The key of the nearest enclosing entity; null outside any. */
  entity: string | null = null;

  get mark(): number {
    return this.#entries.length;
  }

  add(coordinate: string, outcome: Outcome): void {
    if (this.entity !== null) this.#entries.push({ entity: this.entity, coordinate, outcome });
  }

  /** Takes back what was noted since the mark, but for refusals: their errors stay in the answer. */
  retract(mark: number): void {
    const kept = this.#entries.slice(mark).filter(({ outcome }) => outcome === 'refused');
    this.#entries.length = mark;
    this.#entries.push(...kept);
  }

  reportTo(observer: EntityObserver): void {
    const reports = new Map<string, EntityReport>();
    for (const { entity, coordinate, outcome } of this.#entries) {
      const report = reports.get(entity) ?? { given: new Set(), empty: new Set(), refused: new Set() };
      reports.set(entity, report);
      report[outcome].add(coordinate);
    }
    for (const [entity, report] of reports) observer(entity, report);
  }
}
