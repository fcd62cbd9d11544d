import { GraphQLError } from 'graphql';

/** graphql-js says best what is wrong and where; the code makes it the sender's to mend. */
export function asUserInput(error: GraphQLError, suggestions = false): GraphQLError {
  const { nodes, source, positions, path } = error;
  const message = suggestions ? error.message : error.message.replace(suggestion, '');
  const extensions = {
    code: 'BAD_USER_INPUT',
    messageSv: `Frågan följer inte navets schema: ${message}`,
  };
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
}

/** Guesses at names tell the schema to whoever may not read it. */
const suggestion = / Did you mean .*\?$/;
