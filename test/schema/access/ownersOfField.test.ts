import { fieldsOwnedBy, ownersOfField } from '../../../schema/access/ownersOfField';

test('a field belongs to the owner of its row, and a field of an object to the owner of the object', () => {
  expect(ownersOfField('Child.names')).toEqual(['MIGRATION_AGENCY']);
  expect(ownersOfField('NameClaim.given')).toEqual(['MIGRATION_AGENCY']);
  expect(ownersOfField('AbscondingSummary.abscondedOn')).toEqual(['MUNICIPALITY']);
});

test('a field about no person, and one that nobody knows, belong to nobody', () => {
  for (const coordinate of ['DutyContact.name', 'Child.id', 'Query.identify', 'Child.asylumGrounds'])
    expect(ownersOfField(coordinate)).toEqual([]);
});

test('the police own their reports and not the names', () => {
  const fields = fieldsOwnedBy('POLICE');
  expect(fields).toEqual(expect.arrayContaining(['Child.missingPersonReport', 'Child.foundEvents']));
  expect(fields).not.toContain('Child.names');
});
