import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import { nextVersion } from '../../shared/writing/nextVersion';
import type { HandrackningGround } from '../lifecycleWords';
import { findOpenCase, type LatestCase } from './latestCase';
import { findLatestEpisode, isGoingOn } from './latestEpisode';
import { inCharge } from './ownChildren';

/** An assessment under LVU 6 §, and what was decided. */
export interface CareAssessment {
  readonly child: string;
  readonly assessedAt: Date;
  /** Taken into care at once; else the assessment alone is kept. */
  readonly takenIntoCare: boolean;
  readonly grounds: string;
  /** Null: the police are not asked. */
  readonly handrackningGround: HandrackningGround | null;
}

/**
 * Records the assessment of the need of immediate care (R13), which is also the protection assessment that SoL 20:1
 * asks for at once. With an order the week of LVU 7 § begins to run; the police can be asked to assist (LVU 43 §).
 *
 * @returns the id of the order, or of the assessment that none is needed
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function assessCare(
  change: Change,
  assessment: CareAssessment,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const { assessedAt, takenIntoCare, grounds, handrackningGround } = assessment;
  assertInOrder(now, [{ field: 'assessedAt', at: assessedAt }]);
  if (handrackningGround !== null && !takenIntoCare) throw handrackningAlone();
  const child = await lockChild(change, assessment.child, inCharge({ assertion }));
  const socialCase = await findOpenCase(change, child);
  if (takenIntoCare) await assertNoneInForce(change, child);
  const [order] = (await change.query(
    `INSERT INTO care_order (child_id, kind, decided_at, ended_at, grounds, handrackning_requested_at, handrackning_ground,
      version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, ${nextVersion('care_order')}) RETURNING id::text AS id`,
    [
      child,
      takenIntoCare ? 'LVU_IMMEDIATE' : 'NO_IMMEDIATE_CARE',
      assessedAt,
      takenIntoCare ? null : assessedAt,
      grounds,
      handrackningGround === null ? null : assessedAt,
      handrackningGround,
    ],
  )) as [{ id: string }];
  await noteProtectionAssessment(change, { child, assessedAt }, socialCase);
  if (takenIntoCare) {
    const { municipality } = socialCase;
    await change.publish({ type: 'IMMEDIATE_CARE_DECIDED', child, municipality, occurredAt: assessedAt });
  }
  return order.id;
}

/** The time limits of the order in force would be forgotten for those of a second one. @throws CONFLICT */
async function assertNoneInForce({ query }: Change, child: string): Promise<void> {
  const [held] = await query<{ version: number }>(
    `SELECT version FROM care_order WHERE child_id = $1 AND kind = 'LVU_IMMEDIATE' AND ended_at IS NULL`,
    [child],
  );
  if (!held) return;
  throw hubError(
    'CONFLICT',
    {
      sv: 'Barnet är redan omhändertaget. Registrera först att det beslutet har upphört (recordCareOrderSteps).',
      en: 'The child is taken into care already. First record that that order has ended (recordCareOrderSteps).',
    },
    { version: held.version },
  );
}

/** In the protection work that goes on, or as its beginning: the absconding is what called for it. */
async function noteProtectionAssessment(
  change: Change,
  { child, assessedAt }: Pick<CareAssessment, 'child' | 'assessedAt'>,
  { municipality }: LatestCase,
): Promise<void> {
  const [ongoing] = await change.query<{ id: string }>(
    `SELECT id::text AS id FROM protection_case WHERE child_id = $1 AND municipality = $2
      AND investigation_closed_at IS NULL AND concern_received_at <= $3
    ORDER BY concern_received_at DESC, id DESC LIMIT 1`,
    [child, municipality, assessedAt],
  );
  if (ongoing) {
    await change.query(
      'UPDATE protection_case SET protection_assessed_at = greatest(protection_assessed_at, $2) WHERE id = $1',
      [ongoing.id, assessedAt],
    );
    return;
  }
  const episode = await findLatestEpisode(change, child);
  const learnt = episode && isGoingOn(episode) ? (episode.discoveredAt ?? episode.abscondedAt) : assessedAt;
  await change.query(
    `INSERT INTO protection_case (child_id, municipality, concern_received_at, protection_assessed_at)
    VALUES ($1, $2, least($3::timestamptz, $4), $4)`,
    [child, municipality, learnt, assessedAt],
  );
}

function handrackningAlone(): Error {
  return badInput('handrackningGround', {
    sv: 'Handräckning begärs för att verkställa ett beslut om omhändertagande (LVU 43 §). Utan beslut görs en anmälan om försvunnen person.',
    en: 'The police are asked to assist in carrying out an order (LVU 43 §). Without an order the child is reported missing.',
  });
}
