import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, getMetadataStorage } from 'type-graphql';
import { tagOwner } from '../access/owner';
import type { SubgraphContext } from '../context';
import type { ChildRow } from '../loading/rowLoader';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [
  "@key", "@shareable", "@inaccessible", "@external", "@requires", "@provides", "@tag"])`;

export interface SubgraphGraph {
  /** The SDL as composed: with federation directives, without the federation's own fields. */
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

export interface GraphOptions {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql names resolver classes so
  readonly resolvers: readonly Function[];
  // eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- as above
  readonly orphanedTypes?: readonly Function[];
  /** From the reference in `_entities` to the child; by default through the request's loader. */
  readonly resolveChild?: (reference: ChildRow, context: SubgraphContext) => ChildRow | Promise<ChildRow>;
}

/** Makes an executable federated schema of resolver classes; nothing guards it but what its loaders leave out. */
export function federate(options: GraphOptions): SubgraphGraph {
  readPlainFieldsDirectly();
  const classes = buildSchemaSync({
    resolvers: [...options.resolvers] as never,
    orphanedTypes: [...(options.orphanedTypes ?? [])] as never,
    validate: false,
    pubSub: noPubSub,
  });
  const sdl = `${federation}\n\n${printSchemaWithDirectives(classes).replace(/^schema \{[^}]*\}\s*/, '')}\n`;
  const resolvers = createResolversMap(classes) as Record<string, Record<string, unknown>>;
  const resolveChild = options.resolveChild ?? ((reference, context) => context.children.load(reference.id));
  resolvers['Child'] = {
    ...resolvers['Child'],
    __resolveReference: async (reference: ChildRow, context: SubgraphContext) =>
      tagOwner(await resolveChild(reference, context), reference.id),
  };
  return { sdl, schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never }) };
}

/** Subscriptions are described here and served by the gateway, from the event log. */
const noPubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('a subgraph has no subscribers of its own');
  },
};

/** Fields that no method resolves need no wrapper around reading them; a search answers with hundreds. */
function readPlainFieldsDirectly(): void {
  for (const field of getMetadataStorage().fields) field.simple ??= field.schemaName === field.name;
}
