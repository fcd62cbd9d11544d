import absconding from '../../../../../subgraphs/guardianship/forms/abscondingQuestions.json';
import back from '../../../../../subgraphs/guardianship/forms/returnQuestions.json';
import {
  SubmitGuardianReportDocument,
  type SubmitGuardianReportInput,
} from '../../../../../schema/console/operations';
import type { Answer } from '../../hub/hub';
import { toLocal } from '../answers';
import { receive, type CaseForm, type Receipt, type Sending } from '../caseForm';
import { readQuestions, type Question, type Typed } from '../question';

const disappeared = readQuestions(absconding);
const needs = 'Mutation.submitGuardianReport';

/** The guardian's report to the board that the ward has disappeared. */
export const guardianAbscondingForm: CaseForm = {
  path: 'guardian-absconding',
  title: {
    sv: 'Rapportera till överförmyndaren: barnet är borta',
    en: 'Report to the board: the child is away',
  },
  about: {
    sv: 'Överförmyndaren får dina svar. Efteråt får du veta vad du ska göra nu.',
    en: 'The board gets your answers. Afterwards you are told what to do now.',
  },
  needs,
  steps: [
    {
      title: { sv: 'Försvinnandet och polisen', en: 'The disappearance and the police' },
      questions: until(disappeared, 'migrationAgencyInformed'),
    },
    {
      title: { sv: 'Vem du har meddelat', en: 'Whom you have told' },
      questions: until(after(disappeared, 'migrationAgencyInformed'), 'closePersonsAsked'),
    },
    {
      title: { sv: 'Vad du vet', en: 'What you know' },
      questions: after(disappeared, 'closePersonsAsked'),
    },
  ],
  begin: ({ episodes }): Typed => {
    const left = episodes?.[0]?.abscondedAt;
    return left ? { disappearedAt: toLocal(left) } : {};
  },
  send: (sending) => submit(sending, { child: sending.child, absconding: sending.answers }),
};

/** The guardian's report to the board that the ward is back. */
export const guardianReturnForm: CaseForm = {
  path: 'guardian-return',
  title: {
    sv: 'Rapportera till överförmyndaren: barnet är tillbaka',
    en: 'Report to the board: the child is back',
  },
  about: {
    sv: 'Överförmyndaren får dina svar. Kontrollera att alla som sökt barnet vet att det är tillbaka.',
    en: 'The board gets your answers. Check that everybody who has searched knows that the child is back.',
  },
  needs,
  steps: [{ title: { sv: 'Återkomsten', en: 'The return' }, questions: readQuestions(back) }],
  begin: ({ episodes }): Typed => {
    const returned = episodes?.[0]?.returnedAt ?? episodes?.[0]?.foundAt;
    return returned ? { returnedAt: toLocal(returned) } : {};
  },
  send: (sending) => submit(sending, { child: sending.child, return: sending.answers }),
};

async function submit(
  { hub, errand, key, language }: Sending,
  input: SubmitGuardianReportInput,
): Promise<Answer<Receipt>> {
  const answer = await hub.ask(SubmitGuardianReportDocument, { input, language, key }, errand);
  return receive(answer, ({ submitGuardianReport: { instructions } }) => ({
    title: { sv: 'Överförmyndaren har din rapport.', en: 'The board has your report.' },
    next: instructions.map((text) => ({ sv: text, en: text })),
  }));
}

function until(questions: readonly Question[], name: string): readonly Question[] {
  return questions.slice(0, indexOf(questions, name));
}

function after(questions: readonly Question[], name: string): readonly Question[] {
  return questions.slice(indexOf(questions, name));
}

function indexOf(questions: readonly Question[], name: string): number {
  return questions.findIndex((question) => question.name === name);
}
