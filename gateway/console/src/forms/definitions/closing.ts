import {
  CloseSocialCaseDocument,
  RecordGuardianConsultationDocument,
  type RecordGuardianConsultationInput,
} from '../../../../../schema/console/operations';
import { receive, type CaseForm } from '../caseForm';
import { opinionChoices } from './choices';

const note = {
  name: 'note',
  type: 'LONG_TEXT',
  required: true,
  label: { sv: 'Skälet', en: 'The reason' },
} as const;

/** What the guardian says about closing the case. */
export const consultationForm: CaseForm = {
  path: 'consultation',
  title: { sv: 'God mans inställning till avslut', en: 'The guardian’s opinion on closing' },
  about: {
    sv: 'God man tillfrågas innan ärendet avslutas. Inställningen binder inte, men ska finnas.',
    en: 'The guardian is asked before the case is closed. The opinion does not bind, but must be there.',
  },
  needs: 'Mutation.recordGuardianConsultation',
  steps: [
    {
      title: { sv: 'Samrådet', en: 'The consultation' },
      questions: [
        {
          name: 'consultedOn',
          type: 'DATE',
          label: { sv: 'Vilken dag frågades god man?', en: 'Which day was the guardian asked?' },
          hint: { sv: 'Tomt betyder i dag.', en: 'Empty means today.' },
        },
        {
          name: 'opinion',
          type: 'CHOICE',
          required: true,
          label: { sv: 'Vad säger god man?', en: 'What does the guardian say?' },
          choices: opinionChoices,
        },
        { ...note, name: 'objection', ask: { question: 'opinion', answer: 'OBJECTS' } },
        { ...note, name: 'absence', ask: { question: 'opinion', answer: 'NO_GUARDIAN' } },
      ],
    },
  ],
  begin: () => ({}),
  versionOf: ({ socialCase }) => socialCase?.version,
  send: async ({ hub, errand, child, answers, version, key }) => {
    const { objection, absence, ...rest } = answers;
    const input = { child, ...rest, note: objection ?? absence, expectedVersion: version };
    const answer = await hub.ask(
      RecordGuardianConsultationDocument,
      { input: input as RecordGuardianConsultationInput, key },
      errand,
    );
    return receive(answer, () => ({
      title: { sv: 'God mans inställning är registrerad.', en: 'The guardian’s opinion is recorded.' },
      next: [
        {
          sv: 'Nu kan ärendet avslutas, om tiden är inne.',
          en: 'The case can be closed now, if it is time.',
        },
      ],
    }));
  },
};

/** The end of a municipality's case. */
export const closingForm: CaseForm = {
  path: 'closing',
  title: { sv: 'Avsluta ärendet', en: 'Close the case' },
  about: {
    sv: 'Ärendet hålls öppet tills barnet är påträffat eller bekräftat utomlands, annars i tre månader. God man ska ha tillfrågats.',
    en: 'The case stays open until the child is found or confirmed abroad, otherwise for three months. The guardian must have been asked.',
  },
  needs: 'Mutation.closeSocialCase',
  steps: [],
  begin: () => ({}),
  versionOf: ({ socialCase }) => socialCase?.version,
  send: async ({ hub, errand, child, version, key }) => {
    const input = { child, expectedVersion: version };
    return receive(await hub.ask(CloseSocialCaseDocument, { input, key }, errand), () => ({
      title: { sv: 'Ärendet är avslutat.', en: 'The case is closed.' },
      next: [
        {
          sv: 'Kommer barnet tillbaka öppnas ett nytt ärende.',
          en: 'If the child comes back, a new case is opened.',
        },
      ],
    }));
  },
};
