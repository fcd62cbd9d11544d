import { allowedFields } from '../../../schema/access/allowedFields';
import { maySelect } from '../../../schema/access/maySelect';
import { mayCount, mayEverSee } from '../../../schema/access/mayEverSee';
import { findRow, rows } from '../../../schema/access/rows';
import { purposes, roles } from '../../../schema/protocol/vocabulary';

test('a finder could be shown who the child is and whether it is away, not the asylum case', () => {
  const fields = allowedFields('OUTREACH_WORKER', 'IDENTIFICATION');
  expect(fields).toEqual(
    expect.arrayContaining([
      'Query.identify',
      'Child.names',
      'NameClaim.family',
      'AbscondingSummary.absconded',
    ]),
  );
  expect(fields).not.toContain('AsylumCase.decision');
  expect(fields).not.toContain('Child.placement');
  expect(fields).toEqual([...fields].sort());
});

test('protection shows more than identification', () => {
  expect(maySelect('Child.placement', 'OUTREACH_WORKER', 'PROTECTION')).toBe(true);
  expect(maySelect('Placement.address', 'OUTREACH_WORKER', 'PROTECTION')).toBe(true);
});

test('a purpose of another role selects nothing about a person', () => {
  const fields = allowedFields('POLICE_OFFICER', 'CASE_WORK');
  expect(fields.filter((field) => field.startsWith('Child.') || field.startsWith('Mutation.'))).toEqual([]);
  expect(fields).not.toContain('Query.identify');
  expect(fields).toContain('Query.dutyContacts');
});

test('an NGO may report but learns about no child', () => {
  const fields = allowedFields('NGO_WORKER', 'REPORTING');
  expect(fields).toEqual(
    expect.arrayContaining(['Mutation.recordFound', 'Mutation.submitConcern', 'Query.dutyContacts']),
  );
  expect(fields.filter((field) => /^(Child|SocialCase|Identification)\./.test(field))).toEqual([]);
});

test('the analyst counts and the auditor reads the log', () => {
  expect(maySelect('Query.statistics', 'COUNTY_ANALYST', 'STATISTICS')).toBe(true);
  expect(maySelect('Statistics.cells', 'COUNTY_ANALYST', 'STATISTICS')).toBe(true);
  expect(maySelect('Query.accessLog', 'AUDITOR', 'AUDIT')).toBe(true);
  expect(maySelect('Query.child', 'AUDITOR', 'AUDIT')).toBe(false);
});

test('a cell of yes or no opens flag fields alone', () => {
  expect(maySelect('RiskAssessment.lifeDanger', 'POLICE_OFFICER', 'PROTECTION')).toBe(true);
  expect(maySelect('RiskAssessment.items', 'POLICE_OFFICER', 'PROTECTION')).toBe(false);
  expect(maySelect('Child.isMinor', 'SOCIAL_EMERGENCY', 'IDENTIFICATION')).toBe(true);
});

test('a field without a row is selected by nobody', () => {
  for (const role of roles)
    for (const purpose of purposes) expect(maySelect('Child.asylumGrounds', role, purpose)).toBe(false);
});

test('a social worker could see what either of the two columns shows', () => {
  expect(mayEverSee(findRow('municipality.actionPlan'), 'SOCIAL_WORKER', 'CASE_WORK')).toBe(true);
  expect(mayEverSee(findRow('municipality.careOrderGrounds'), 'SOCIAL_WORKER', 'PROTECTION')).toBe(true);
});

test('what is outside the hub is seen by no role for any purpose', () => {
  for (const role of roles) {
    for (const purpose of purposes)
      expect(mayEverSee(findRow('migration.biometrics'), role, purpose)).toBe(false);
  }
});

test('the analyst counts by what the matrix gives to statistics, and nobody else does', () => {
  const counted = rows.filter((row) => mayCount(row, 'COUNTY_ANALYST', 'STATISTICS')).map((row) => row.id);
  expect(counted).toEqual(
    expect.arrayContaining(['migration.sex', 'municipality.absconding', 'police.foundEvents']),
  );
  expect(counted).not.toContain('migration.names');
  expect(rows.some((row) => mayCount(row, 'SOCIAL_WORKER', 'CASE_WORK'))).toBe(false);
});
