import { cleanText } from '../ui/cleanText';
import type { Question, Typed } from './question';

type Answer = string | number | boolean | readonly string[];

/** Whether the question is asked, given what was typed before it. */
export function isAsked({ ask }: Question, typed: Typed): boolean {
  if (!ask) return true;
  const given = typed[ask.question];
  return ask.answer === undefined ? isGiven(given) : given === ask.answer;
}

export function isMissing(question: Question, typed: Typed): boolean {
  return isAsked(question, typed) && question.required === true && readAnswer(question, typed) === undefined;
}

/** The answers as the graph takes them; what was not asked or not answered is left out. */
export function toAnswers(questions: readonly Question[], typed: Typed): Record<string, Answer> {
  const asked = questions.filter((question) => isAsked(question, typed));
  return Object.fromEntries(
    asked.flatMap((question) => {
      const answer = readAnswer(question, typed);
      return answer === undefined ? [] : [[question.name, answer]];
    }),
  );
}

/** @returns undefined when nothing, or nothing that can be read, was typed */
export function readAnswer({ type, name }: Question, typed: Typed): Answer | undefined {
  const given = typed[name];
  if (!isGiven(given)) return undefined;
  if (typeof given !== 'string') return given;
  switch (type) {
    case 'DATE_TIME': {
      const at = new Date(given);
      return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
    }
    case 'INTEGER':
      return /^\d{1,6}$/.test(given.trim()) ? Number(given) : undefined;
    case 'TEXTS':
      return linesOf(given);
    case 'LONG_TEXT':
      return given.split('\n').map(cleanText).join('\n').trim();
    case 'TEXT':
      return cleanText(given).trim();
    case 'BOOLEAN':
    case 'DATE':
    case 'CHOICE':
    case 'CHOICES':
    case 'MUNICIPALITY':
      return given;
  }
}

function linesOf(given: string): string[] {
  return given
    .split('\n')
    .map((line) => cleanText(line).trim())
    .filter((line) => line !== '');
}

function isGiven(given: Typed[string] | undefined): given is Typed[string] {
  if (typeof given === 'boolean') return true;
  if (typeof given === 'string') return cleanText(given).trim() !== '';
  return given !== undefined && given.length > 0;
}

/** An instant as the field for it holds it: local, to the minute. */
export function toLocal(instant: string): string {
  const at = new Date(instant);
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
