import { luleå, two, worker, type Race, type Round } from './race';

const raise = ({ child, change }: Round) =>
  change(worker, 'submitConcern', { municipality: '2580', text: 'Barnet mår dåligt', child });
const assess = async (round: Round) =>
  round.change(worker, 'assessProtection', { child: undefined, concern: (await raise(round))['id'] });
const decide = async (round: Round) =>
  round.change(worker, 'decideInvestigation', {
    child: undefined,
    id: (await assess(round))['id'],
    open: true,
  });
const about = (_round: Round, { id }: { id: string }) => ({ child: undefined, id });

/** From the first worry to the plan, and the review of care. */
export const preventionRaces: readonly Race[] = [
  {
    mutation: 'submitConcern',
    stands: 'BOTH',
    askers: two(luleå),
    input: () => ({ municipality: '2580', text: 'Barnet mår dåligt' }),
  },
  {
    mutation: 'assessProtection',
    stands: 'BOTH',
    askers: two(luleå),
    before: raise,
    input: (_round, { id }) => ({ child: undefined, concern: id }),
  },
  {
    mutation: 'decideInvestigation',
    stands: 'FIRST',
    askers: two(luleå),
    before: assess,
    input: (round, earlier) => ({ ...about(round, earlier), open: true }),
  },
  { mutation: 'closeInvestigation', stands: 'FIRST', askers: two(luleå), before: decide, input: about },
  { mutation: 'informReporter', stands: 'BOTH', askers: two(luleå), before: decide, input: about },
  {
    mutation: 'recordRiskAssessment',
    stands: 'BOTH',
    askers: two(luleå),
    input: () => ({ checklistVersion: 'SUN-2025', lifeDanger: false, items: [] }),
    fields: 'assessedOn version',
  },
  {
    mutation: 'recordPlacement',
    stands: 'ONE',
    askers: two(luleå),
    input: () => ({ type: 'HVB', municipality: '2581', name: 'Granen', expectedVersion: 1 }),
    fields: 'version',
  },
  {
    mutation: 'recordDescription',
    stands: 'ONE',
    askers: two(luleå),
    input: () => ({ hair: 'rött', expectedVersion: 1 }),
    fields: 'hair version',
  },
  {
    mutation: 'recordCareReview',
    stands: 'BOTH',
    askers: two(luleå),
    input: () => ({ kind: 'CONSIDERED', outcome: 'CONTINUES' }),
  },
  {
    mutation: 'recordTransferAnswer',
    stands: 'FIRST',
    askers: two(luleå),
    before: ({ change }) =>
      change(worker, 'recordHandover', {
        toMunicipality: '0180',
        consent: 'GUARDIAN',
        byPhone: true,
        transferRequested: true,
      }),
    input: (_round, { id }) => ({ child: undefined, handover: id, accepted: true }),
    fields: 'id answeredOn',
  },
  {
    mutation: 'acknowledgeDuty',
    stands: 'BOTH',
    askers: two(luleå),
    input: () => ({ kind: 'INFORM_MIGRATION_AGENCY_24H' }),
    fields: 'kind acknowledgedAt',
  },
];
