import type { Text } from '../../../schema/protocol/text';

/** A form of a county plan: its questions in order, and what to tell whoever fills it in. */
export interface Form {
  readonly questions: readonly Question[];
  readonly instructions: readonly Instruction[];
}

export interface Question {
  /** Of the field in the graph. */
  readonly name: string;
  readonly type: 'TEXT' | 'LONG_TEXT' | 'TEXTS' | 'BOOLEAN' | 'INTEGER' | 'DATE_TIME';
  readonly label: Text;
  /** Must be answered when it is asked. @default false */
  readonly required?: boolean;
  /** A follow-up: asked only on that answer. @default always asked */
  readonly ask?: Trigger;
  /** Id of the plan. */
  readonly source: string;
}

export interface Instruction {
  readonly when: Trigger;
  readonly text: Text;
  readonly source: string;
}

/** An answer to another question; any answer at all when none is named. */
interface Trigger {
  readonly question: string;
  readonly answer?: boolean;
}

/** Answers by the question's name; what was not answered is not there. */
export type Answers = Readonly<Record<string, Answer>>;
export type Answer = string | number | boolean | readonly string[];

export function isTriggered({ question, answer }: Trigger, answers: Answers): boolean {
  const given = answers[question];
  return answer === undefined ? given !== undefined : given === answer;
}
