import { RecordReturnDocument, type RecordReturnInput } from '../../../../../schema/console/operations';
import { receive, type CaseForm } from '../caseForm';
import { conditionChoices, foundByChoices, foundWhereChoices } from './choices';

/** That the child was found or is back, and what it said. */
export const returnForm: CaseForm = {
  path: 'return',
  title: { sv: 'Registrera påträffande eller återkomst', en: 'Record that the child is found or back' },
  about: {
    sv: 'Fyll i det du vet nu. Resten kan läggas till senare.',
    en: 'Fill in what you know now. The rest can be added later.',
  },
  needs: 'Mutation.recordReturn',
  steps: [
    {
      title: { sv: 'Påträffad eller tillbaka', en: 'Found or back' },
      questions: [
        {
          name: 'foundAt',
          type: 'DATE_TIME',
          label: { sv: 'När påträffades barnet?', en: 'When was the child found?' },
        },
        {
          name: 'foundBy',
          type: 'CHOICE',
          required: true,
          ask: { question: 'foundAt' },
          label: { sv: 'Av vem?', en: 'By whom?' },
          choices: foundByChoices,
        },
        {
          name: 'foundWhere',
          type: 'CHOICE',
          required: true,
          ask: { question: 'foundAt' },
          label: { sv: 'Var?', en: 'Where?' },
          choices: foundWhereChoices,
        },
        {
          name: 'returnedAt',
          type: 'DATE_TIME',
          label: { sv: 'När var barnet tillbaka i boendet?', en: 'When was the child back in care?' },
        },
      ],
    },
    {
      title: { sv: 'Hur barnet mår, och samtalet', en: 'How the child is, and the conversation' },
      questions: [
        {
          name: 'condition',
          type: 'CHOICES',
          label: { sv: 'Vad har barnet utsatts för?', en: 'What has the child been exposed to?' },
          hint: { sv: 'Lämna tomt om inget är känt.', en: 'Leave empty if nothing is known.' },
          choices: conditionChoices,
        },
        {
          name: 'measuresOffered',
          type: 'BOOLEAN',
          label: { sv: 'Har barnet erbjudits hjälp?', en: 'Was the child offered help?' },
        },
        {
          name: 'heldOn',
          type: 'DATE',
          label: { sv: 'Vilken dag talade du med barnet?', en: 'Which day did you talk with the child?' },
        },
        {
          name: 'crimeSuspected',
          type: 'BOOLEAN',
          required: true,
          ask: { question: 'heldOn' },
          label: { sv: 'Misstänks brott mot barnet?', en: 'Is a crime against the child suspected?' },
        },
        {
          name: 'happened',
          type: 'LONG_TEXT',
          ask: { question: 'heldOn' },
          label: { sv: 'Vad hade hänt?', en: 'What had happened?' },
        },
        {
          name: 'whereabouts',
          type: 'LONG_TEXT',
          ask: { question: 'heldOn' },
          label: { sv: 'Var hade barnet varit?', en: 'Where had the child been?' },
        },
        {
          name: 'company',
          type: 'LONG_TEXT',
          ask: { question: 'heldOn' },
          label: { sv: 'Med vem, och hur nås de?', en: 'With whom, and how are they reached?' },
        },
      ],
    },
  ],
  begin: () => ({}),
  versionOf: ({ episodes }) => episodes?.[0]?.version,
  send: async ({ hub, errand, child, answers, version, key }) => {
    const { heldOn, crimeSuspected, happened, whereabouts, company, ...rest } = answers;
    const conversation = heldOn && { heldOn, crimeSuspected, happened, whereabouts, company };
    const input = { child, ...rest, conversation, expectedVersion: version } as RecordReturnInput;
    return receive(await hub.ask(RecordReturnDocument, { input, key }, errand), () => ({
      title: { sv: 'Det är registrerat.', en: 'It is recorded.' },
      next: [
        {
          sv: 'Meddela Migrationsverket, god man och polisen, så att efterlysningen tas bort.',
          en: 'Tell the Migration Agency, the guardian and the police, so that the alert is cancelled.',
        },
        {
          sv: 'Gör en ny utredning och en ny riskbedömning.',
          en: 'Make a new investigation and a new assessment of risk.',
        },
      ],
    }));
  },
};
