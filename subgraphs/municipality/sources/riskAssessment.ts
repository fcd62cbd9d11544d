import type { FieldSql } from '../../shared/loading/rowLoader';
import { jsonObject, judgedObject } from '../../shared/loading/judgedObject';

const item = jsonObject({ code: 'i.code', present: 'i.present', note: 'i.note' });

const measure = jsonObject({
  area: 'm.area',
  measure: 'm.measure',
  responsible: 'm.responsible',
  followUpOn: 'm.follow_up_on',
});

const columns = {
  assessedOn: 'r.assessed_on',
  items: `(SELECT coalesce(json_agg(${item} ORDER BY i.id), '[]') FROM risk_item i WHERE i.assessment_id = r.id)`,
  checklistVersion: 'r.checklist_version',
  lifeDanger: 'r.life_danger',
  nextFollowUpOn: 'r.next_follow_up_on',
  plan: `(SELECT coalesce(json_agg(${measure} ORDER BY m.id), '[]')
    FROM risk_plan_item m WHERE m.assessment_id = r.id)`,
  version: 'r.version',
};

export const riskAssessment: FieldSql = (gate) =>
  `(SELECT ${judgedObject(gate, 'RiskAssessment', columns)} FROM risk_assessment r WHERE r.child_id = c.id
    ORDER BY r.assessed_on DESC, r.id DESC LIMIT 1)`;
