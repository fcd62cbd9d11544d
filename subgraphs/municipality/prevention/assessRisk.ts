import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '../../shared/context';
import { badInput } from '../../shared/writing/badInput';
import { changeOnce } from '../../shared/writing/changeOnce';
import { insertRecord } from '../../shared/writing/insertRecord';
import { lockChild } from '../../shared/writing/lockChild';
import type { Attempt } from '../../shared/writing/once';
import type { RiskAssessmentRecord } from '../records';
import { assessmentTables } from '../tables';
import { inCharge } from '../lifecycle/ownChildren';

/**
 * Records an assessment of a child in the caller's municipality's charge; the latest one counts.
 * @returns its id
 * @throws NOT_FOUND, BAD_USER_INPUT for one older than the latest
 */
export function assessRisk(
  context: SubgraphContext,
  named: string,
  assessment: Omit<RiskAssessmentRecord, 'id'>,
  attempt: Attempt,
): Promise<string> {
  return changeOnce(context, 'recordRiskAssessment', attempt, async (change) => {
    const child = await lockChild(change, named, inCharge(context));
    const [latest] = await change.query<{ day: string | null }>(
      `SELECT to_char(max(assessed_on), 'YYYY-MM-DD') AS day FROM risk_assessment WHERE child_id = $1`,
      [child],
    );
    if (latest?.day && assessment.assessedOn < latest.day) throw tooOld(assessment.assessedOn, latest.day);
    // Of several on one day the one with the greatest id counts, so ids grow.
    const id = `${String(context.now.getTime()).padStart(15, '0')}-${randomUUID()}`;
    await insertRecord(change, assessmentTables, {
      id: child,
      riskAssessments: [{ ...assessment, id }],
    });
    return id;
  });
}

function tooOld(day: string, latest: string): Error {
  return badInput('assessedOn', {
    sv: `assessedOn ${day} är före den senaste bedömningen, ${latest}.`,
    en: `assessedOn ${day} is before the latest assessment, ${latest}.`,
  });
}
