import type { ErrorCode } from '../../../schema/protocol/errorCodes';
import type { Text } from '../../../schema/protocol/text';
import { hubError } from '../../../schema/protocol/hubError';

/** What an input comes to, or why it cannot be used. */
export type Checked<Value> = { readonly ok: true; readonly value: Value } | Refusal;

export interface Refusal {
  readonly ok: false;
  readonly code: Extract<ErrorCode, 'BAD_USER_INPUT' | 'FORBIDDEN'>;
  /** The part of the input. */
  readonly field: string;
  readonly text: Text;
}

export function accept<Value>(value: Value): Checked<Value> {
  return { ok: true, value };
}

export function refuse(code: Refusal['code'], field: string, sv: string, en: string): Refusal {
  return { ok: false, code, field, text: { sv, en } };
}

/** @throws with the refusal's code */
export function valueOf<Value>(checked: Checked<Value>): Value {
  if (checked.ok) return checked.value;
  throw hubError(checked.code, checked.text, { field: checked.field });
}
