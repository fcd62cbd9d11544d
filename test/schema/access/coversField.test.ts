import { coversField } from '../../../schema/access/coversField';

test.each([
  [['Placement.address'], 'Placement.address', true],
  [['Placement.address'], 'Placement.name', false],
  [['Placement.address'], 'Child.placement', true],
  [['Child.placement'], 'Placement.address', true],
  [['Child.riskAssessment'], 'RiskItem.code', true],
  [['RiskAssessment.items'], 'Child.riskAssessment', true],
  [['RiskAssessment.items'], 'RiskAssessment.plan', false],
  [['Child.names'], 'Child.sex', false],
  [[], 'Child.names', false],
])('a decision on %j shows %s: %s', (decided, coordinate, expected) => {
  expect(coversField(decided, coordinate)).toBe(expected);
});
