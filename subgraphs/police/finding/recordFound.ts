import { randomUUID } from 'node:crypto';
import { hubError } from '../../../schema/protocol/hubError';
import type { Principal } from '../../../schema/protocol/principal';
import type { SubgraphContext } from '../../shared/context';
import type { Answers } from '../../shared/forms/form';
import { assertAttested } from '../../shared/writing/assertAttested';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { holdChild, identityOf } from '../reporting/holdChild';
import type { Finder } from '../vocabulary';

export interface Finding {
  /** Null: nobody knows yet who it is. */
  readonly child: string | null;
  /** An event that the caller recorded before it was known who the child is. */
  readonly earlierEvent: string | null;
  readonly foundIn: string;
  readonly at: Date;
  readonly place: string | null;
  readonly condition: string | null;
  readonly note: Answers;
}

/**
 * Records that a child was met. Without a child it is an event about nobody, which tells no reader anything; once the
 * finder has identified the child, the same finder says which child it was.
 *
 * @returns the event's id
 * @throws NOT_FOUND, BAD_USER_INPUT
 */
export async function recordFound(
  change: Change,
  finding: Finding,
  context: Pick<SubgraphContext, 'assertion' | 'decisions' | 'now'>,
): Promise<string> {
  const { earlierEvent, at, foundIn } = finding;
  assertInOrder(context.now, [{ field: 'at', at }]);
  const child = finding.child === null ? null : await holdFound(change, finding.child, finding, context);
  const { principal } = context.assertion;
  const id =
    earlierEvent === null
      ? await insertEvent(change, { ...finding, child }, principal)
      : await nameChild(change, earlierEvent, child, principal);
  if (child !== null) await change.publish({ type: 'FOUND', child, municipality: foundIn, occurredAt: at });
  return id;
}

/** @returns the reference under which the police hold the child */
function holdFound(
  change: Change,
  child: string,
  { note }: Finding,
  context: Pick<SubgraphContext, 'decisions' | 'now'>,
): Promise<string> {
  const { protectedIdentity } = assertAttested(context, child);
  return holdChild(change, child, identityOf(note, context.now), protectedIdentity);
}

const finders: Readonly<Record<string, Finder>> = {
  POLICE_OFFICER: 'POLICE',
  POLICE_INVESTIGATOR: 'POLICE',
  BORDER_POLICE: 'POLICE',
  OUTREACH_WORKER: 'OUTREACH',
  NGO_WORKER: 'NGO',
  SOCIAL_WORKER: 'SOCIAL_SERVICES',
  SOCIAL_EMERGENCY: 'SOCIAL_SERVICES',
};

async function insertEvent(
  { query }: Change,
  { child, foundIn, at, place, condition, note }: Finding,
  { id: finder, role }: Principal,
): Promise<string> {
  const id = randomUUID();
  await query(
    `INSERT INTO found_event (id, child_id, found_in, at, by, place, condition, identity_known, note, recorded_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, child, foundIn, at, finders[role] ?? 'OTHER', place, condition, child !== null, note, finder],
  );
  return id;
}

async function nameChild(
  { query }: Change,
  event: string,
  child: string | null,
  { id: finder }: Principal,
): Promise<string> {
  if (child === null) {
    throw badInput('child', {
      sv: 'Ange vilket barn det var, när en tidigare registrering ska kopplas.',
      en: 'Say which child it was, when an earlier record is to be linked.',
    });
  }
  const [named] = await query<{ id: string }>(
    `WITH named AS (UPDATE found_event SET child_id = $2, identity_known = true
      WHERE id = $1 AND child_id IS NULL AND recorded_by = $3 RETURNING id) SELECT id FROM named`,
    [event, child, finder],
  );
  if (named) return named.id;
  throw hubError('NOT_FOUND', {
    sv: 'Du har inget påträffande av ett okänt barn med den beteckningen.',
    en: 'You have recorded no meeting with an unknown child of that id.',
  });
}
