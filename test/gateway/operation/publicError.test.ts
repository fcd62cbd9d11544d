import { GraphQLError } from 'graphql';
import { PlanningFailed } from '../../../gateway/engine/planningFailed';
import { toPublicError } from '../../../gateway/operation/publicError';

const silent = (): void => undefined;

test('an operation that cannot be planned is answered with what to do, not as a fault of the hub', () => {
  const error = toPublicError(new PlanningFailed('Everything'), 'operation-1', silent);
  expect(error.extensions).toMatchObject({ code: 'LIMIT_EXCEEDED', limit: 'PLAN' });
  expect(error.message).toContain('Split it into two');
});

test('a fault says nothing of itself but a number that finds it in the log', () => {
  const lines: object[] = [];
  const fault = new Error('SELECT secret FROM child at 10.0.0.7');
  const error = toPublicError(fault, 'operation-1', (line) => void lines.push(line));
  expect(JSON.stringify(error)).not.toMatch(/secret|10\.0\.0\.7/);
  expect(lines).toEqual([expect.objectContaining({ errorId: error.extensions['errorId'] })]);
});

test('an agency’s refusal passes, without what servers add about their inside', () => {
  const refusal = new GraphQLError('Not shown', {
    extensions: { code: 'SECRECY', basis: 'OSL_26_1', stacktrace: ['at resolver.ts:1'] },
  });
  expect(toPublicError(refusal, 'operation-1', silent).extensions).toEqual({
    code: 'SECRECY',
    basis: 'OSL_26_1',
  });
});
