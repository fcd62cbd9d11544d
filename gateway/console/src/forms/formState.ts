import type { CaseChild } from '../cases/useCase';
import type { CaseForm, Receipt } from './caseForm';
import type { Typed } from './question';

/** A form as it is being filled in, or as it was sent. */
export interface FormState {
  readonly key: string;
  readonly version: number | null;
  readonly typed: Typed;
  /** Whether its writer wants it kept on the device. */
  readonly onDevice: boolean;
  /** Null until it is sent; then it cannot be sent again. */
  readonly receipt: Receipt | null;
}

export function beginForm(form: CaseForm, child: CaseChild): FormState {
  return {
    key: crypto.randomUUID(),
    version: form.versionOf?.(child) ?? null,
    typed: form.begin(child),
    onDevice: false,
    receipt: null,
  };
}
