import type { SubgraphContext } from '../../shared/context';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { changeOnce } from '../../shared/writing/changeOnce';
import { lockChild } from '../../shared/writing/lockChild';
import type { Attempt } from '../../shared/writing/once';
import type { HandoverConsent } from '../preventionWords';
import { contextCodes } from '../risk/checklists';
import { inCharge } from '../lifecycle/ownChildren';

export interface GivenHandover {
  readonly child: string;
  readonly toMunicipality: string;
  readonly consent: HandoverConsent;
  readonly byPhone: boolean;
  readonly note: string | null;
  /** The receiver is asked to take the case over, and has a month to answer (SoL 29:11). */
  readonly transferRequested: boolean;
}

/**
 * Hands over a child in the caller's municipality's charge to the next (R06): on OSL 26:9, with the consent recorded
 * where it could be had. Of a child at risk the next social worker is also rung up (STH).
 *
 * @returns the number of the handover
 * @throws NOT_FOUND, BAD_USER_INPUT
 */
export function handOver(context: SubgraphContext, given: GivenHandover, attempt: Attempt): Promise<string> {
  const { toMunicipality, byPhone } = given;
  const { id, municipality } = context.assertion.principal;
  if (toMunicipality === municipality) throw toItself();
  return changeOnce(context, 'recordHandover', attempt, async (change) => {
    const child = await lockChild(change, given.child, inCharge(context));
    if (!byPhone && (await isAtRisk(change, child))) throw notRungUp();
    const [made] = await change.query<{ id: string }>(
      `INSERT INTO handover (child_id, from_municipality, to_municipality, handed_over_at, consent, by_phone, note,
         handed_over_by, transfer_requested) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id::text AS id`,
      [
        child,
        municipality,
        toMunicipality,
        context.now,
        given.consent,
        byPhone,
        given.note,
        id,
        given.transferRequested,
      ],
    );
    return made!.id;
  });
}

/** Whether the latest assessment ticked anything, or saw danger to life; items on nationality weigh nothing. */
async function isAtRisk({ query }: Change, child: string): Promise<boolean> {
  const [row] = await query<{ risk: boolean }>(
    `SELECT coalesce((SELECT r.life_danger OR EXISTS (SELECT FROM risk_item i
         WHERE i.assessment_id = r.id AND i.present AND i.code <> ALL ($2::text[]))
       FROM risk_assessment r WHERE r.child_id = $1 ORDER BY r.assessed_on DESC, r.id DESC LIMIT 1), false) AS risk`,
    [child, contextCodes],
  );
  return row!.risk;
}

function toItself(): Error {
  return badInput('toMunicipality', {
    sv: 'Överlämningen går till en annan kommun.',
    en: 'A handover goes to another municipality.',
  });
}

function notRungUp(): Error {
  return badInput('byPhone', {
    sv: 'Barnet är i riskzonen: ring den mottagande socialsekreteraren innan överlämningen registreras.',
    en: 'The child is at risk: ring the receiving social worker before the handover is recorded.',
  });
}
