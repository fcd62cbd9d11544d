import { assertInOrder } from '../writing/assertInOrder';
import { badInput } from '../writing/badInput';
import { readText } from '../writing/readText';
import { isTriggered, type Answer, type Answers, type Form, type Question } from './form';

/** Most characters of an answer, by the question's type. */
const limits = { TEXT: 300, LONG_TEXT: 4_000 };
/** Most entries of a list of texts. */
const mostTexts = 20;

/**
 * Reads a form that somebody has filled in: every question that must be answered is, follow-ups where their question
 * calls for them, none answers a question that was not asked, and nothing has happened in the future.
 *
 * @param path of the form in the input
 * @throws BAD_USER_INPUT with the path of the answer
 */
export function readAnswers({ questions }: Form, input: object, path: string, now: Date): Answers {
  const answers: Record<string, Answer> = {};
  for (const question of questions) {
    const field = `${path}.${question.name}`;
    const given = (input as Record<string, unknown>)[question.name] ?? undefined;
    const asked = question.ask === undefined || isTriggered(question.ask, answers);
    if (given === undefined) {
      if (asked && question.required) throw missing(field, question);
      continue;
    }
    if (!asked) throw notAsked(field, question);
    answers[question.name] = readAnswer(question, given as Answer, field, now);
  }
  return answers;
}

function readAnswer({ type }: Question, given: Answer, field: string, now: Date): Answer {
  switch (type) {
    case 'TEXT':
    case 'LONG_TEXT':
      return readText(given as string, field, { most: limits[type] });
    case 'TEXTS': {
      const texts = given as readonly string[];
      if (texts.length > mostTexts) throw tooMany(field);
      return texts.map((text, index) => readText(text, `${field}.${index}`, { most: limits.TEXT }));
    }
    case 'DATE_TIME':
      assertInOrder(now, [{ field, at: new Date(given as string) }]);
      return given;
    case 'BOOLEAN':
    case 'INTEGER':
      return given;
  }
}

function missing(field: string, { label }: Question): Error {
  return badInput(field, { sv: `Svar saknas: ${label.sv}`, en: `An answer is missing: ${label.en}` });
}

function notAsked(field: string, { label }: Question): Error {
  return badInput(field, {
    sv: `Frågan ställs inte efter det föregående svaret: ${label.sv}`,
    en: `The question is not asked after the answer before it: ${label.en}`,
  });
}

function tooMany(field: string): Error {
  return badInput(field, { sv: `Högst ${mostTexts} uppgifter.`, en: `At most ${mostTexts} entries.` });
}
