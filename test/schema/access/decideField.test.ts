import { decideField } from '../../../schema/access/decideField';
import { rowOfField } from '../../../schema/access/rowOfField';
import type { Facts } from '../../../schema/access/types';
import type { Role } from '../../../schema/protocol/vocabulary';
import { agencyOf, inShort, noon, stranger } from './ask';

function askField(coordinate: string, role: Role, facts: Partial<Facts>): string {
  const field = rowOfField(coordinate);
  if (field?.kind !== 'ROW') throw new Error(`${coordinate} has no rows`);
  const subject = { role, agency: agencyOf[role], municipality: null, purpose: 'PROTECTION' } as const;
  return inShort(decideField(field, subject, { ...stranger, ...facts }, noon));
}

const found = { identified: true, found: true };

test('a row that opens as yes or no opens a field that is one', () => {
  expect(
    askField('RiskAssessment.lifeDanger', 'POLICE_OFFICER', {
      ...found,
      released: ['municipality.lifeDanger'],
    }),
  ).toBe('P flag');
});

test('and leaves a field with content secret', () => {
  expect(askField('RiskAssessment.items', 'SOCIAL_EMERGENCY', found)).toBe('SECRECY');
});

test('any of the rows opens a field that has several', () => {
  expect(
    askField('Child.socialCase', 'POLICE_OFFICER', { ...found, released: ['municipality.socialWorker'] }),
  ).toBe('P');
});

test('an agency that does not answer is said before secrecy', () => {
  expect(askField('Child.socialCase', 'POLICE_OFFICER', { ...found, unavailable: ['MUNICIPALITY'] })).toBe(
    'AGENCY_UNAVAILABLE',
  );
});
