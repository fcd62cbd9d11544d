import { Field, InputType, Int, type ClassType } from 'type-graphql';
import { DateTimeScalar } from '../graph/scalars';
import type { Form, Question } from './form';

/**
 * An input of the graph with one typed field for each question of a form. Every field is nullable there: `readAnswers`
 * says which are missing, with their path.
 */
export function createFormInput(name: string, description: string, { questions }: Form): ClassType<object> {
  const FormInput = class {};
  for (const question of questions) {
    const { sv, en } = question.label;
    const decorate = Field(() => typeOf(question), { nullable: true, description: `${en} (${sv})` });
    decorate(FormInput.prototype, question.name);
  }
  InputType(name, { description })(FormInput);
  return FormInput;
}

function typeOf({ type }: Question) {
  switch (type) {
    case 'TEXT':
    case 'LONG_TEXT':
      return String;
    case 'TEXTS':
      return [String];
    case 'BOOLEAN':
      return Boolean;
    case 'INTEGER':
      return Int;
    case 'DATE_TIME':
      return DateTimeScalar;
  }
}
