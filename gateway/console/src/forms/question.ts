import type { Text } from '../text/text';

/** A question of a form, as the plans' forms hold it, and two kinds more. */
export interface Question {
  /** Of the field in the graph. */
  readonly name: string;
  readonly type: QuestionType;
  readonly label: Text;
  readonly hint?: Text;
  /** Must be answered when it is asked. @default false */
  readonly required?: boolean;
  /** A follow-up: asked only on that answer. @default always asked */
  readonly ask?: Trigger;
  /** For CHOICE and CHOICES: codes and their words. */
  readonly choices?: Readonly<Record<string, Text>>;
}

export type QuestionType =
  | 'TEXT'
  | 'LONG_TEXT'
  | 'TEXTS'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'DATE_TIME'
  | 'DATE'
  | 'CHOICE'
  | 'CHOICES'
  | 'MUNICIPALITY';

/** An answer to another question; any answer at all when none is named. */
interface Trigger {
  readonly question: string;
  readonly answer?: boolean | string;
}

/** A part of a form that is shown at once. */
export interface Step {
  readonly title: Text;
  readonly questions: readonly Question[];
}

/** What was typed so far, by the question's name; lists as one text with a line each. */
export type Typed = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Questions as a file of the plans' forms holds them; JSON's types are wider. */
export function readQuestions(json: { readonly questions: readonly object[] }): readonly Question[] {
  return json.questions as readonly Question[];
}
