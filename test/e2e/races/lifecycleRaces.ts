import { socialWorker } from '../lifecycle/lifecycleHub';
import { board, guardian, investigator, luleå, migration, two, worker, type Race, type Round } from './race';

const back = ({ hub, change }: Round) => change(worker, 'recordReturn', { returnedAt: hub.at(-1) });
const asked = ({ change }: Round) =>
  change(worker, 'recordGuardianConsultation', { opinion: 'AGREES' }, 'version');
const told = ({ hub }: Round) => ({
  absconding: {
    disappearedAt: hub.at(-4),
    policeReported: false,
    ...Object.fromEntries(
      ['migrationAgency', 'socialServices', 'home', 'school'].flatMap((who) => [
        [`${who}Informed`, true],
        [`${who}InformedAt`, hub.at(-2)],
      ]),
    ),
    closePersonsAsked: false,
    closePersonsNotAskedBecause: 'Ingen känd',
    riskOrCrimeSuspected: true,
    leftCountryLikely: false,
    boardToldByOthers: false,
    dutyUnderstood: true,
  },
});

/** An absconding, from the report to the closing of the case. */
export const lifecycleRaces: readonly Race[] = [
  {
    mutation: 'reportAbsconding',
    stands: 'ONE',
    askers: two(luleå),
    before: back,
    input: ({ hub }) => ({ abscondedAt: hub.at(0), arrivalStage: false }),
  },
  {
    mutation: 'recordReturn',
    stands: 'ONE',
    askers: two(luleå),
    input: ({ hub }) => ({
      foundAt: hub.at(-1),
      foundBy: 'NGO',
      foundWhere: 'ABROAD',
      expectedVersion: 1,
    }),
  },
  {
    mutation: 'recordReturn',
    stands: 'ONE',
    askers: two(luleå),
    input: ({ hub }) => ({ returnedAt: hub.at(-1) }),
  },
  {
    mutation: 'confirmLeftCountry',
    stands: 'ONE',
    askers: two(luleå),
    input: () => ({ by: 'POLICE', country: 'DEU' }),
  },
  {
    mutation: 'recordGuardianConsultation',
    stands: 'ONE',
    askers: two(luleå),
    input: () => ({ opinion: 'AGREES', expectedVersion: 1 }),
    fields: 'version',
  },
  {
    mutation: 'closeSocialCase',
    stands: 'ONE',
    askers: two(luleå),
    before: async (round) => {
      await back(round);
      await asked(round);
    },
    input: () => ({}),
    fields: 'version',
  },
  {
    mutation: 'openSocialCase',
    stands: 'FIRST',
    askers: () => [socialWorker('0180'), socialWorker('1480')],
    before: async (round) => {
      await back(round);
      await asked(round);
      await round.change(worker, 'closeSocialCase', {}, 'version');
    },
    input: () => ({ caseNumber: 'SN 1' }),
    fields: 'version',
  },
  {
    mutation: 'assessImmediateCare',
    stands: 'ONE',
    askers: two(luleå),
    input: () => ({ takenIntoCare: true, grounds: 'Prövat' }),
    fields: 'version',
  },
  {
    mutation: 'recordCareOrderSteps',
    stands: 'ONE',
    askers: two(luleå),
    before: (round) =>
      round.change(worker, 'assessImmediateCare', { takenIntoCare: true, grounds: 'Prövat' }, 'version'),
    input: ({ hub }, { version }) => ({
      submittedAt: hub.at(0),
      expectedVersion: version,
    }),
    fields: 'version',
  },
  {
    mutation: 'recordInformed',
    stands: 'BOTH',
    askers: two(luleå),
    input: () => ({ receiver: 'GUARDIAN', subject: 'ABSCONDING' }),
  },
  {
    mutation: 'recordReconciliationMeeting',
    stands: 'BOTH',
    askers: two(luleå),
    input: () => ({ participants: ['POLICE'], outcome: 'Vi söker vidare' }),
  },
  {
    mutation: 'recordHandover',
    stands: 'BOTH',
    askers: two(luleå),
    input: () => ({ toMunicipality: '0180', consent: 'GUARDIAN', byPhone: true }),
    fields: 'byPhone',
  },
  {
    mutation: 'fileMissingPersonReport',
    stands: 'BOTH',
    askers: (round) => [guardian(round), worker],
    input: ({ hub }) => ({ form: { givenName: 'A', familyName: 'B', abscondedAt: hub.at(-5) } }),
    fields: 'reportNumber',
  },
  { mutation: 'recordFound', stands: 'BOTH', askers: two(luleå), input: () => ({ foundIn: '0180' }) },
  {
    mutation: 'updateMissingPersonReport',
    stands: 'ONE',
    askers: two(investigator),
    before: ({ hub, change }) =>
      change(
        worker,
        'fileMissingPersonReport',
        { form: { givenName: 'A', familyName: 'B', abscondedAt: hub.at(-5) } },
        'reportNumber',
      ),
    input: (_round, { reportNumber }) => ({
      child: undefined,
      reportNumber,
      outcome: 'SOLVED',
    }),
    fields: 'reportNumber',
  },
  {
    mutation: 'assignMunicipality',
    stands: 'ONE',
    askers: two(migration),
    input: () => ({ municipality: '1480', ground: 'NEXT_IN_TURN', expectedVersion: 1 }),
    fields: 'version',
  },
  {
    mutation: 'closeAsylumCase',
    stands: 'ONE',
    askers: two(migration),
    input: ({ hub }) => ({ reason: 'ABSCONDED', guardianAskedOn: hub.now().toISOString().slice(0, 10) }),
    fields: 'version',
  },
  {
    mutation: 'appointGuardian',
    stands: 'BOTH',
    askers: two(board),
    input: () => ({ kind: 'GOD_MAN', guardianPrincipal: 'another', guardianName: 'Gode Man' }),
    fields: 'version',
  },
  {
    mutation: 'endGuardianship',
    stands: 'ONE',
    askers: two(board),
    input: () => ({ reason: 'OTHER', expectedVersion: 1 }),
    fields: 'version',
  },
  {
    mutation: 'submitGuardianReport',
    stands: 'FIRST',
    askers: (round) => [guardian(round), guardian(round)],
    input: told,
  },
  {
    mutation: 'transferGuardianship',
    stands: 'GONE',
    askers: two(board),
    before: (round) => round.change(guardian(round), 'submitGuardianReport', told(round)),
    input: () => ({}),
  },
];
