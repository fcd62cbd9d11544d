import { randomUUID } from 'node:crypto';
import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { localDate } from '../../shared/time/stockholm';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import { nextVersion } from '../../shared/writing/nextVersion';
import { findOpenCase } from './latestCase';
import { findLatestEpisode, isGoingOn, type LatestEpisode } from './latestEpisode';
import { inCharge } from './ownChildren';
import type { ReportedAbsconding } from './readAbsconding';

interface PlacementThen {
  readonly municipality: string;
  readonly type: string;
}

/**
 * Registers an absconding from the municipality in charge. A child that has absconded before, and was back, gets a
 * new episode; one that is still away does not.
 *
 * @returns the episode's id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function reportAbsconding(
  change: Change,
  reported: ReportedAbsconding,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const child = await lockChild(change, reported.child, inCharge({ assertion }));
  const { municipality } = await findOpenCase(change, child);
  const earlier = await findLatestEpisode(change, child);
  if (earlier) assertNew(earlier, reported, now);
  const placement = await findPlacement(change, child, localDate(reported.abscondedAt));
  const abscondedFrom = reported.abscondedFrom ?? placement?.municipality ?? municipality;
  await assertOfChild(change, child, abscondedFrom);
  const id = randomUUID();
  await change.query(
    `INSERT INTO absconding_episode (id, child_id, absconded_at, discovered_at, discovered_by, arrival_stage,
      absconded_from, placement_type, presumed_cause, cause_note, onward_country, asylum_grounds,
      citizenship, guardian_informed_at, reported_to_police_at, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15,
      ${nextVersion('absconding_episode', '$2')})`,
    [
      id,
      child,
      reported.abscondedAt,
      reported.discoveredAt,
      reported.discoveredBy,
      reported.arrivalStage,
      abscondedFrom,
      reported.placementType ?? placement?.type ?? null,
      reported.presumedCause,
      reported.causeNote,
      reported.onwardCountry,
      reported.asylumGrounds,
      reported.citizenship,
      reported.guardianInformedAt,
      reported.reportedToPoliceAt,
    ],
  );
  await change.publish({ type: 'ABSCONDED', child, municipality, occurredAt: reported.abscondedAt });
  return id;
}

/** @throws CONFLICT when the child is still away, BAD_USER_INPUT when it would have left before it was back */
function assertNew(earlier: LatestEpisode, { abscondedAt }: ReportedAbsconding, now: Date): void {
  if (isGoingOn(earlier)) {
    throw hubError(
      'CONFLICT',
      {
        sv: 'Barnet är redan registrerat som avviket. Registrera återkomsten först, om barnet har avvikit på nytt.',
        en: 'The child is registered as absconded already. Record the return first, if the child has absconded again.',
      },
      { version: earlier.version },
    );
  }
  assertInOrder(now, [
    { field: 'returnedAt', at: earlier.returnedAt ?? earlier.leftCountryAt },
    { field: 'abscondedAt', at: abscondedAt },
  ]);
}

async function findPlacement(
  { query }: Change,
  child: string,
  day: string,
): Promise<PlacementThen | undefined> {
  const [placement] = await query<PlacementThen>(
    `SELECT municipality, type FROM placement WHERE child_id = $1 AND since <= $2::date
      AND (until IS NULL OR until >= $2::date) ORDER BY since DESC, id DESC LIMIT 1`,
    [child, day],
  );
  return placement;
}

/** A child absconds from where it was: a municipality that has had a case or a placement of it. */
async function assertOfChild({ query }: Change, child: string, municipality: string): Promise<void> {
  const [known] = await query(
    `SELECT FROM social_case WHERE child_id = $1 AND municipality = $2
    UNION ALL SELECT FROM placement WHERE child_id = $1 AND $2 IN (municipality, placed_by) LIMIT 1`,
    [child, municipality],
  );
  if (known) return;
  throw badInput('abscondedFrom', {
    sv: `Barnet har varken ärende eller placering i kommunen ${municipality} och kan inte ha avvikit därifrån.`,
    en: `The child has neither case nor placement in the municipality ${municipality} and cannot have absconded from it.`,
  });
}
