import police from '../../../../../subgraphs/police/forms/missingPersonQuestions.json';
import {
  FileMissingPersonReportDocument,
  type MissingPersonFormInput,
} from '../../../../../schema/console/operations';
import type { CaseChild } from '../../cases/useCase';
import { readableNames } from '../../text/names';
import { fill } from '../../text/text';
import { toLocal } from '../answers';
import { receive, type CaseForm } from '../caseForm';
import { readQuestions, type Step, type Typed } from '../question';

/** Where each part of the police's form begins. */
const parts = [
  { from: 'abscondedAt', title: { sv: 'Försvinnandet', en: 'The disappearance' } },
  { from: 'personalNumberOrBirthDate', title: { sv: 'Vem barnet är', en: 'Who the child is' } },
  { from: 'sex', title: { sv: 'Signalement', en: 'Description' } },
  { from: 'specialNeeds', title: { sv: 'Hälsa och tidigare', en: 'Health and before' } },
  { from: 'unknownPersons', title: { sv: 'Det som hände före', en: 'What came before' } },
  { from: 'health', title: { sv: 'Mer som kan hjälpa', en: 'What else may help' } },
];

const questions = readQuestions(police);

/** The police's form in parts of a screen or two, the pressing questions first. */
function toSteps(): Step[] {
  const starts = parts.map(({ from }) => questions.findIndex(({ name }) => name === from));
  return parts.map(({ title }, part) => {
    const from = starts[part]!;
    const to = Math.min(...starts.filter((start) => start > from), questions.length);
    return { title, questions: questions.slice(from, to) };
  });
}

/** The report of a missing child to the police. */
export const policeReportForm: CaseForm = {
  path: 'police',
  title: { sv: 'Anmäl till polisen', en: 'Report to the police' },
  about: {
    sv: 'Anmälan om försvunnet barn. Ring också: 114 14, vid fara 112. Finns redan en anmälan läggs dina svar till den.',
    en: 'The report of a missing child. Call, too: 114 14, in danger 112. Where a report exists, your answers are added to it.',
  },
  needs: 'Mutation.fileMissingPersonReport',
  steps: toSteps(),
  begin: (child) => beginReport(child),
  send: async ({ hub, errand, child, answers, key }) => {
    const input = { child, form: answers as MissingPersonFormInput };
    const answer = await hub.ask(FileMissingPersonReportDocument, { input, key }, errand);
    return receive(answer, ({ fileMissingPersonReport: { reportNumber } }) => ({
      title: reportNumber
        ? fill(
            { sv: 'Polisen har anmälan {number}.', en: 'The police have report {number}.' },
            { number: reportNumber },
          )
        : { sv: 'Polisen har anmälan.', en: 'The police have the report.' },
      next: [
        {
          sv: 'Ring 114 14 när du vet mer. Vid fara: 112.',
          en: 'Call 114 14 when you know more. In danger: 112.',
        },
        {
          sv: 'Berätta för dem som följer barnet att anmälan är gjord.',
          en: 'Tell those who follow the child that the report is made.',
        },
      ],
    }));
  },
};

function beginReport({ names, birthDate, episodes, guardian, socialCase }: CaseChild): Typed {
  const [first] = names ?? [];
  const left = episodes?.[0]?.abscondedAt;
  const reached = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(', ');
  return withoutEmpty({
    givenName: first?.given ?? (first ? (readableNames([first])[0] ?? '') : ''),
    familyName: first?.family ?? '',
    personalNumberOrBirthDate: birthDate ?? '',
    abscondedAt: left ? toLocal(left) : '',
    guardianContact: reached(guardian?.name, guardian?.phone),
    socialWorkerContact: reached(socialCase?.socialWorkerName, socialCase?.socialWorkerPhone),
  });
}

function withoutEmpty(typed: Record<string, string>): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}
