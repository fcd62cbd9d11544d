import type { GraphQLError } from 'graphql';

/** An operation refused as a whole for several reasons at once; one reason alone is thrown as it is. */
export class OperationRefused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('the operation was refused');
    this.name = 'OperationRefused';
  }
}
