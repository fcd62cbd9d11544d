import { buildSchema, isObjectType, type GraphQLSchema } from 'graphql';
import { filterSchema } from '../../../gateway/schema/filterSchema';
import { createEngine } from '../../../gateway/engine/createEngine';
import { acceptedPurposes } from '../../../schema/access/acceptedPurposes';
import { maySelect } from '../../../schema/access/maySelect';
import { readSupergraph } from '../../../schema/files';
import { roles, type Purpose, type Role } from '../../../schema/protocol/vocabulary';

const whole = createEngine({
  supergraphSdl: readSupergraph(),
  transports: () => () => Promise.reject(new Error('no subgraph is asked')),
}).schema;
const seenBy = (role: Role, purpose: Purpose): GraphQLSchema =>
  buildSchema(filterSchema(whole, role, purpose));
const fieldsOf = (schema: GraphQLSchema, type: string): string[] => {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.keys(found.getFields()) : [];
};

test('a finder sees whom to ask about and whether the child is away, and no asylum case', () => {
  const schema = seenBy('OUTREACH_WORKER', 'IDENTIFICATION');
  expect(fieldsOf(schema, 'Query')).toEqual(expect.arrayContaining(['identify', 'dutyContacts', 'me']));
  expect(fieldsOf(schema, 'Child')).toEqual(
    expect.arrayContaining(['names', 'absconding', 'responsibility']),
  );
  expect(fieldsOf(schema, 'Child')).not.toContain('asylumCase');
  expect(schema.getType('AsylumCase')).toBeUndefined();
  expect(schema.getType('IdentityCriteria')).toBeDefined();
});

test('an analyst sees no child and nothing that leads to one', () => {
  const schema = seenBy('COUNTY_ANALYST', 'STATISTICS');
  for (const type of ['Child', 'Identification', 'NameClaim', 'IdentityCriteria', 'MatchEvidence'])
    expect(schema.getType(type)).toBeUndefined();
  expect(fieldsOf(schema, 'Query')).toContain('dutyContacts');
});

test('each field keeps its description and says which row judges it, on which basis', () => {
  const child = seenBy('SOCIAL_WORKER', 'CASE_WORK').getType('Child');
  const { description } = isObjectType(child) ? child.getFields()['names']! : {};
  expect(description).toMatch(/\(namn\)|name/i);
  expect(description).toMatch(/row migration\.names, secret by OSL_\w+, shown on OSL_\w+/);
});

test('every role’s view is a valid schema of fields that the role could be shown, and no others', () => {
  for (const role of roles) {
    for (const purpose of acceptedPurposes(role)) {
      const schema = seenBy(role, purpose);
      for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
        if (type.name.startsWith('__')) continue;
        for (const field of Object.keys(type.getFields()))
          expect([`${type.name}.${field}`, maySelect(`${type.name}.${field}`, role, purpose)]).toContain(
            true,
          );
      }
    }
  }
});
