import type { Form } from './form';

/** The form as its file holds it; JSON's types are wider than a form's. */
export function readForm(json: unknown): Form {
  return json as Form;
}
