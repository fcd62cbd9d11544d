import type { Inclusion } from '../audit/auditLog';

/** Why an operation did not run, once the log has it; the answer carries the proof. */
export class RefusedOnRecord extends Error {
  constructor(
    override readonly cause: unknown,
    readonly receipt: Inclusion,
  ) {
    super('the operation was refused and its entry written');
    this.name = 'RefusedOnRecord';
  }
}
