import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as documentPlugin from '@graphql-codegen/typed-document-node';
import * as typesPlugin from '@graphql-codegen/typescript-operations';
import { parse, printSchema, type GraphQLSchema } from 'graphql';
import { format, resolveConfig } from 'prettier';

/** The page's operations with the types of their variables and answers, as TypeScript, from its `.graphql` files. */
export async function emitOperations(
  schema: GraphQLSchema,
  folder: string,
  filename: string,
): Promise<string> {
  const documents = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.graphql'))
    .sort()
    .map((path) => ({ location: path, document: parse(readFileSync(join(folder, path), 'utf8')) }));
  const code = await codegen({
    filename,
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents,
    config: {
      documentMode: 'string',
      enumType: 'string-literal',
      enumsAsTypes: true,
      onlyOperationTypes: true,
      useTypeImports: true,
      skipTypename: true,
      pureMagicComment: true,
      dedupeFragments: true,
      scalars: { Date: 'string', DateTime: 'string', MunicipalityCode: 'string', Cursor: 'string' },
      defaultScalarType: 'string',
    },
    plugins: [{ types: {} }, { documents: {} }],
    pluginMap: { types: typesPlugin, documents: documentPlugin },
  });
  const options = await resolveConfig(filename);
  return format(`/* Printed by npm run schema. */\n${code}`, { ...options, filepath: filename });
}
