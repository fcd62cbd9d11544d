import type { IdentityRecord, NameClaim } from '../../shared/matching';
import type { ImportedRow } from '../../shared/importing/importRules';
import { mergeRow, type HubChange, type MergedRow, type OnConflict } from './mergeRow';
import { saysNothing, toComparable } from './toComparable';

const members = ['sex', 'dossierNumber', 'lmaNumber', 'personalNumber'] as const;

/**
 * Brings what a file says of a child's identity together with what is held. What a child was ever called, said to be
 * born or reached by stays, so that a search by it still finds the child; where the file brings a new registered name,
 * the one before it becomes one that the child was known by. A number or sex that the file leaves out stays, too.
 */
export function mergeIdentity(
  held: IdentityRecord,
  incoming: IdentityRecord,
  hub: HubChange | null,
  onConflict: OnConflict,
): { readonly identity: IdentityRecord } & Pick<MergedRow, 'changed' | 'before' | 'conflicts'> {
  const ours = held as unknown as ImportedRow;
  const theirs = incoming as unknown as ImportedRow;
  const said = members.filter((member) => !saysNothing(theirs[member]));
  const merged = mergeRow(said, {}, [ours, theirs], within(hub), onConflict);
  const identity: IdentityRecord = {
    ...held,
    ...merged.values,
    names: withNew(withFormer(held.names, incoming.names), incoming.names),
    births: withNew(held.births, incoming.births),
    phones: withNew(held.phones, incoming.phones),
  };
  return {
    identity,
    changed: toComparable(identity, undefined) !== toComparable(held, undefined),
    before: prefixed(merged.before),
    conflicts: merged.conflicts.map((member) => `identity.${member}`),
  };
}

/** What is new stands first: of registered days of birth the first is in force. */
function withNew<T>(held: readonly T[], incoming: readonly T[]): T[] {
  return [...newIn(held, incoming), ...held];
}

function newIn<T>(held: readonly T[], incoming: readonly T[]): T[] {
  const known = new Set(held.map((claim) => toComparable(claim, undefined)));
  return incoming.filter((claim) => !known.has(toComparable(claim, undefined)));
}

function withFormer(held: readonly NameClaim[], incoming: readonly NameClaim[]): NameClaim[] {
  if (!newIn(held, incoming).some(({ kind }) => kind === 'REGISTERED')) return [...held];
  const stillRegistered = (name: NameClaim): boolean => newIn(incoming, [name]).length === 0;
  return held.map((name) =>
    name.kind === 'REGISTERED' && !stillRegistered(name) ? { ...name, kind: 'ALIAS' } : name,
  );
}

const prefix = 'identity.';

function within(hub: HubChange | null): HubChange | null {
  if (hub === null) return null;
  const before = Object.entries(hub.before)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const);
  return { ...hub, before: Object.fromEntries(before) };
}

function prefixed(before: ImportedRow): ImportedRow {
  return Object.fromEntries(Object.entries(before).map(([name, value]) => [`${prefix}${name}`, value]));
}
