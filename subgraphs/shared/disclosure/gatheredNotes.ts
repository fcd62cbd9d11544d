import type { Disclosure, Receipt } from '../../../schema/protocol/disclosure';
import type { Unwritten } from '../../../schema/protocol/unwritten';

/** Writes notes durably, all or none; rejects when they are not durable in time. */
export type WriteNotes = (disclosures: readonly Disclosure[]) => Promise<readonly Receipt[]>;

/** What an agency has answered within one operation and not yet noted. */
export interface GatheredNotes {
  /** Answers about the same children become one note; one that names nobody goes with any other. */
  add(disclosure: Disclosure): void;
  /** Closes and writes them, once however often it is called. */
  write(): Promise<readonly Receipt[]>;
}

export interface NoteGatherer {
  /** Those of an operation. @returns undefined when it has none */
  of(operation: Unwritten): GatheredNotes | undefined;
  /** @param operation undefined: of an answer that is by itself, which nobody finds */
  open(operation: Unwritten | undefined): GatheredNotes;
  /** Whether any operation under way has notes that are not yet being written. */
  readonly isWaiting: boolean;
}

/** How long notes wait for somebody to write them, in milliseconds: an operation may have been given up. */
const patienceMs = 500;

/** Keeps what operations under way have still to note: each of them then writes once, when it is about to answer. */
export function createNoteGatherer(writeNotes: WriteNotes): NoteGatherer {
  const waiting = new Map<Unwritten | symbol, GatheredNotes>();
  return {
    of: (operation) => waiting.get(operation),
    open: (operation) => {
      const place = operation ?? Symbol('by itself');
      let disclosures: readonly Disclosure[] = [];
      let written: Promise<readonly Receipt[]> | undefined;
      const close = (): Promise<readonly Receipt[]> => {
        clearTimeout(timer);
        waiting.delete(place);
        return writeNotes(disclosures);
      };
      const notes: GatheredNotes = {
        add: (disclosure) => (disclosures = addTo(disclosures, disclosure)),
        write: () => (written ??= close()),
      };
      // Whoever comes for it later hears of a fault; so long it is nobody's.
      const timer = setTimeout(() => void notes.write().catch(() => undefined), patienceMs);
      waiting.set(place, notes);
      return notes;
    },
    get isWaiting() {
      return waiting.size > 0;
    },
  };
}

function addTo(disclosures: readonly Disclosure[], added: Disclosure): readonly Disclosure[] {
  const same = disclosures.find((known) => isOfOneKind(known, added));
  return same
    ? disclosures.map((known) => (known === same ? merge(known, added) : known))
    : [...disclosures, added];
}

function isOfOneKind(one: Disclosure, other: Disclosure): boolean {
  if (one.assertionHash !== other.assertionHash || one.role !== other.role) return false;
  const isNobodys = one.children.length === 0 || other.children.length === 0;
  return isNobodys || one.children.join() === other.children.join();
}

function merge(earlier: Disclosure, later: Disclosure): Disclosure {
  return {
    ...later,
    asked: union(earlier.asked, later.asked),
    children: later.children.length > 0 ? later.children : earlier.children,
    fields: union(earlier.fields, later.fields),
  };
}

function union(one: readonly string[], other: readonly string[]): readonly string[] {
  if (one.length === 0) return other;
  return other.length === 0 ? one : [...new Set([...one, ...other])].sort();
}
