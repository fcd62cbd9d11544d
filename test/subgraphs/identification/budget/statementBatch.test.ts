import { merge } from '../../../../subgraphs/identification/budget/statementBatch';

test('gathered statements become one, each with its own parameters', () => {
  expect(
    merge([
      { text: 'SELECT $1::int AS a WHERE $2 OR $2;', values: [1, true] },
      { text: '\n INSERT INTO t VALUES ($1) RETURNING id; ', values: ['x'] },
    ]),
  ).toEqual({
    text:
      'WITH q0 AS (SELECT $1::int AS a WHERE $2 OR $2), q1 AS (\n INSERT INTO t VALUES ($3) RETURNING id) ' +
      'SELECT 0 AS part, to_jsonb(q0) AS row FROM q0 UNION ALL SELECT 1 AS part, to_jsonb(q1) AS row FROM q1',
    values: [1, true, 'x'],
  });
});
