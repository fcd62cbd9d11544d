import type { SubgraphContext } from '../../shared/context';
import type { FieldSql } from '../../shared/loading/rowLoader';
import { jsonObject, judgedObject } from '../../shared/loading/judgedObject';
import type { RiskAssessment } from '../resolvers/riskAssessment';
import { contextCodes } from '../risk/checklists';

const item = jsonObject({ code: 'i.code', present: 'i.present', note: 'i.note' });

const measure = jsonObject({
  area: 'm.area',
  measure: 'm.measure',
  responsible: 'm.responsible',
  followUpOn: 'm.follow_up_on',
});

const columns = {
  assessedOn: 'r.assessed_on',
  items: items('true'),
  checklistVersion: 'r.checklist_version',
  lifeDanger: 'r.life_danger',
  nextFollowUpOn: 'r.next_follow_up_on',
  plan: `(SELECT coalesce(json_agg(${measure} ORDER BY m.id), '[]')
    FROM risk_plan_item m WHERE m.assessment_id = r.id)`,
  version: 'r.version',
};

/** What was ticked about nationality is context for those who work with the child, and leaves it for nobody else. */
export const riskAssessment: FieldSql = (gate) => {
  const shown = (): string =>
    items(`i.code <> ALL ('{${contextCodes.join(',')}}'::text[]) OR ${gate.related()}`);
  return `(SELECT ${judgedObject(gate, 'RiskAssessment', { ...columns, items: shown })}
    FROM risk_assessment r WHERE r.child_id = c.id ORDER BY r.assessed_on DESC, r.id DESC LIMIT 1)`;
};

function items(shown: string): string {
  return `(SELECT coalesce(json_agg(${item} ORDER BY i.id), '[]') FROM risk_item i
    WHERE i.assessment_id = r.id AND (${shown}))`;
}

/** The assessment as whoever has just made it sees it. */
export async function readOwnAssessment(context: SubgraphContext, id: string): Promise<RiskAssessment> {
  const [row] = await context.query<{ record: RiskAssessment }>(
    `SELECT ${jsonObject(columns)} AS record FROM risk_assessment r WHERE r.id = $1`,
    [id],
  );
  return row!.record;
}
