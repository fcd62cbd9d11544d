/** A valid operation that cannot be planned. The message names the operation, never a subgraph. */
export class PlanningFailed extends Error {
  readonly code = 'OPERATION_NOT_PLANNED';

  constructor(
    readonly operationName: string | undefined,
    options?: ErrorOptions,
  ) {
    super(`The operation ${operationName ?? '(unnamed)'} could not be planned`, options);
    this.name = 'PlanningFailed';
  }
}
