import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { assertVersion } from '../../shared/writing/assertVersion';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { changeOnce } from '../../shared/writing/changeOnce';
import { nextVersion } from '../../shared/writing/nextVersion';
import type { Attempt } from '../../shared/writing/once';
import type { AssignmentGround } from '../vocabulary';
import { readAdult } from './decideAge';
import { lockOwnChild } from './lockOwnChild';

export interface GivenAssignment {
  readonly child: string;
  readonly municipality: string;
  readonly ground: AssignmentGround;
  readonly assignedOn: string;
  /** Of the assignment in force, 0 when there was none. */
  readonly expectedVersion: number | null;
}

/** As the graph gives it to the officer who assigned. */
export interface StoredAssignment extends Omit<GivenAssignment, 'child' | 'expectedVersion'> {
  readonly endedOn: string | null;
  readonly current: boolean;
  readonly version: number;
}

/**
 * Assigns a child to a municipality; the assignment in force ends the same day. Also after a closed case (R21).
 * @throws BAD_USER_INPUT for an impossible order, NOT_FOUND, CONFLICT when the municipality is the child's already
 */
export async function assign(
  context: SubgraphContext,
  given: GivenAssignment,
  attempt: Attempt,
): Promise<StoredAssignment> {
  const id = await changeOnce(context, 'assignMunicipality', attempt, async (change) => {
    const child = await lockOwnChild(change, context, given.child);
    if (await readAdult(change, child.id, context.now)) throw adult();
    const earlier = await readAssignments(change, child.id);
    assertVersion(earlier.at(-1)?.version ?? 0, given.expectedVersion);
    assertOrder(given, earlier, child.arrivalMunicipality);
    await change.query('UPDATE assignment SET ended_on = $2 WHERE child_id = $1 AND ended_on IS NULL', [
      child.id,
      given.assignedOn,
    ]);
    const [made] = await change.query<{ id: string }>(
      `INSERT INTO assignment (child_id, municipality, assigned_on, ground, recorded_at, version)
       VALUES ($1, $2, $3, $4, $5, ${nextVersion('assignment')}) RETURNING id::text AS id`,
      [child.id, given.municipality, given.assignedOn, given.ground, context.now],
    );
    await change.publish({ type: 'ASSIGNED', child: child.id, municipality: given.municipality });
    return made!.id;
  });
  const [stored] = await context.query<StoredAssignment>(
    `SELECT municipality, ground, to_char(assigned_on, 'YYYY-MM-DD') AS "assignedOn",
       to_char(ended_on, 'YYYY-MM-DD') AS "endedOn", ended_on IS NULL AS current, version
     FROM assignment WHERE id = $1`,
    [id],
  );
  return stored!;
}

interface EarlierAssignment {
  readonly municipality: string;
  readonly assignedOn: string;
  readonly current: boolean;
  readonly version: number;
}

/** Every assignment of the child, oldest first. */
export function readAssignments({ query }: Change, child: string): Promise<EarlierAssignment[]> {
  return query(
    `SELECT municipality, to_char(assigned_on, 'YYYY-MM-DD') AS "assignedOn", ended_on IS NULL AS current,
       version FROM assignment WHERE child_id = $1 ORDER BY assigned_on, id`,
    [child],
  );
}

function assertOrder(
  { municipality, ground, assignedOn }: GivenAssignment,
  earlier: readonly EarlierAssignment[],
  arrivalMunicipality: string | null,
): void {
  const latest = earlier.at(-1);
  if (latest && assignedOn < latest.assignedOn) {
    throw badInput('assignedOn', {
      sv: `assignedOn ${assignedOn} är före den senaste anvisningen, ${latest.assignedOn}.`,
      en: `assignedOn ${assignedOn} is before the latest assignment, ${latest.assignedOn}.`,
    });
  }
  const byConnection = ground === 'EARLIER_CONNECTION';
  const connected = [...earlier.map((each) => each.municipality), arrivalMunicipality].includes(municipality);
  if (byConnection && !connected) {
    throw badInput('ground', {
      sv: `Barnet har ingen tidigare anknytning till ${municipality}: varken anvisning eller ankomst.`,
      en: `The child has no earlier connection to ${municipality}: neither assignment nor arrival.`,
    });
  }
  if (!byConnection && latest?.current && latest.municipality === municipality) {
    throw already(latest.version);
  }
}

function already(version: number): Error {
  return hubError(
    'CONFLICT',
    {
      sv: 'Barnet är redan anvisat dit. En ny anvisning efter ett avslutat ärende har grunden EARLIER_CONNECTION.',
      en: 'The child is assigned there already. A new assignment after a closed case has the ground EARLIER_CONNECTION.',
    },
    { version },
  );
}

function adult(): Error {
  return badInput('child', {
    sv: 'Den som är vuxen enligt Migrationsverket anvisas ingen kommun.',
    en: 'Who is an adult by the Migration Agency is assigned no municipality.',
  });
}
