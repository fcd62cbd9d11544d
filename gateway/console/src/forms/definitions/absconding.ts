import {
  ReportAbscondingDocument,
  type ReportAbscondingInput,
} from '../../../../../schema/console/operations';
import { receive, type CaseForm } from '../caseForm';
import { placementTexts, presumedCauseTexts, discoveredByTexts } from './choices';

/** The registration of an absconding by social services. */
export const abscondingForm: CaseForm = {
  path: 'absconding',
  title: { sv: 'Registrera ett avvikande', en: 'Register an absconding' },
  about: {
    sv: 'Barnet har lämnat sin placering och går inte att nå. Fristen på 24 timmar räknas från att det upptäcktes.',
    en: 'The child has left its placement and cannot be reached. The 24 hours run from when it was noticed.',
  },
  needs: 'Mutation.reportAbsconding',
  steps: [
    {
      title: { sv: 'När och varifrån', en: 'When and from where' },
      questions: [
        {
          name: 'abscondedAt',
          type: 'DATE_TIME',
          required: true,
          label: { sv: 'När lämnade barnet boendet?', en: 'When did the child leave?' },
        },
        {
          name: 'discoveredAt',
          type: 'DATE_TIME',
          label: { sv: 'När upptäcktes det?', en: 'When was it noticed?' },
          hint: { sv: 'Tomt betyder nu.', en: 'Empty means now.' },
        },
        {
          name: 'discoveredBy',
          type: 'CHOICE',
          label: { sv: 'Vem upptäckte det?', en: 'Who noticed it?' },
          choices: discoveredByTexts,
        },
        {
          name: 'arrivalStage',
          type: 'BOOLEAN',
          required: true,
          label: {
            sv: 'Avvek barnet innan en kommun hade anvisats?',
            en: 'Did the child leave before a municipality was assigned?',
          },
        },
        {
          name: 'placementType',
          type: 'CHOICE',
          label: { sv: 'Vilken sorts boende?', en: 'What kind of home?' },
          hint: {
            sv: 'Tomt betyder den placering som är registrerad.',
            en: 'Empty: the registered placement.',
          },
          choices: placementTexts,
        },
      ],
    },
    {
      title: { sv: 'Orsak och vem som vet', en: 'Cause and who knows' },
      questions: [
        {
          name: 'presumedCause',
          type: 'CHOICE',
          label: { sv: 'Vad tros vara orsaken?', en: 'What is thought to be the cause?' },
          choices: presumedCauseTexts,
        },
        {
          name: 'causeNote',
          type: 'TEXT',
          required: true,
          ask: { question: 'presumedCause', answer: 'OTHER' },
          label: { sv: 'Orsaken med egna ord', en: 'The cause in your own words' },
        },
        {
          name: 'onwardTravelStated',
          type: 'BOOLEAN',
          label: {
            sv: 'Har barnet sagt att det ska vidare till ett annat land?',
            en: 'Has the child said it would go on to another country?',
          },
        },
        {
          name: 'onwardCountry',
          type: 'TEXT',
          required: true,
          ask: { question: 'onwardTravelStated', answer: true },
          label: { sv: 'Vilket land?', en: 'Which country?' },
          hint: {
            sv: 'Tre bokstäver, till exempel DEU för Tyskland.',
            en: 'Three letters, such as DEU for Germany.',
          },
        },
        {
          name: 'guardianInformedAt',
          type: 'DATE_TIME',
          label: { sv: 'När fick god man veta?', en: 'When was the guardian told?' },
        },
        {
          name: 'reportedToPoliceAt',
          type: 'DATE_TIME',
          label: { sv: 'När fick polisen veta?', en: 'When were the police told?' },
        },
      ],
    },
  ],
  begin: () => ({}),
  send: async ({ hub, errand, child, answers, key }) => {
    const input = { child, ...answers } as ReportAbscondingInput;
    return receive(await hub.ask(ReportAbscondingDocument, { input, key }, errand), () => ({
      title: { sv: 'Avvikandet är registrerat.', en: 'The absconding is registered.' },
      next: [
        {
          sv: 'Se till att polisen får anmälan inom 24 timmar. Den görs under ”Anmäl till polisen”.',
          en: 'See to it that the police get the report within 24 hours, under “Report to the police”.',
        },
        {
          sv: 'Meddela god man, överförmyndaren och Migrationsverket.',
          en: 'Tell the guardian, the guardianship board and the Migration Agency.',
        },
        {
          sv: 'Bedöm genast om barnet behöver skydd.',
          en: 'Assess at once whether the child needs protection.',
        },
      ],
    }));
  },
};
