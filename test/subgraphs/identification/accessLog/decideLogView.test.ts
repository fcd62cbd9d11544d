import { agencies, purposes, roles } from '../../../../schema/protocol/vocabulary';
import { decideLogView } from '../../../../subgraphs/identification/accessLog/decideLogView';

const someone = { id: 'x', acr: 'loa3' } as const;

test('without a relation to the child nobody but a reviewer sees anything', () => {
  for (const role of roles.filter((each) => each !== 'AUDITOR'))
    for (const agency of agencies)
      for (const purpose of purposes)
        expect(decideLogView({ ...someone, role, agency, municipality: '0180' }, purpose, false)).toEqual({
          kind: 'NOTHING',
        });
});

test('the guardian sees the ward’s log as guardian, not under another purpose', () => {
  const guardian = {
    ...someone,
    role: 'GUARDIAN',
    agency: 'GUARDIANSHIP_BOARD',
    municipality: null,
  } as const;
  expect(decideLogView(guardian, 'GUARDIANSHIP', true)).toEqual({ kind: 'WARD' });
  expect(decideLogView(guardian, 'REPORTING', true)).toEqual({ kind: 'NOTHING' });
});

test('a reviewer of one authority among many must say which one', () => {
  const reviewer = { ...someone, role: 'AUDITOR', municipality: null } as const;
  expect(decideLogView({ ...reviewer, agency: 'MUNICIPALITY' }, 'AUDIT', false)).toEqual({ kind: 'NOTHING' });
  expect(decideLogView({ ...reviewer, agency: 'POLICE' }, 'AUDIT', false)).toEqual({
    kind: 'REVIEW',
    agency: 'POLICE',
    municipality: null,
  });
  expect(decideLogView({ ...reviewer, agency: 'POLICE' }, 'CASE_WORK', true)).toEqual({ kind: 'NOTHING' });
});
