import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { OperationLimits } from '../config/limits';
import { Lru } from '../engine/lru';
import { measureDocument } from './measure';
import { measureCost } from './measureCost';
import { readOperationFacts, type OperationFacts } from './operationFacts';
import { OperationRefused } from './operationRefused';
import { asUserInput } from './userInput';
import { hubError } from '../../schema/protocol/hubError';

/** A document that is small enough and valid, with its operations by name. */
export interface ReadDocument {
  readonly document: DocumentNode;
  readonly operations: ReadonlyMap<string | null, OperationFacts>;
}

export interface DocumentReaderOptions {
  readonly schema: GraphQLSchema;
  readonly limits: OperationLimits;
  /** Whether clients may ask about the schema. */
  readonly introspection: boolean;
  /** Whether a misspelt name is answered with those that are near. */
  readonly suggestions: boolean;
}

export interface DocumentReader {
  /** @throws BAD_USER_INPUT, LIMIT_EXCEEDED, OperationRefused */
  (text: string): ReadDocument;
  /** What was read, the texts used longest ago first. */
  remembered(): readonly [text: string, read: ReadDocument][];
}

const rememberedDocuments = 1_000;

/** Reads each text once. */
export function createDocumentReader(options: DocumentReaderOptions): DocumentReader {
  const remembered = new Lru<string, ReadDocument>(rememberedDocuments);
  const read = (text: string): ReadDocument => {
    const known = remembered.get(text);
    if (known) return known;
    const document = readDocument(text, options);
    remembered.set(text, document);
    return document;
  };
  return Object.assign(read, { remembered: () => remembered.entries() });
}

function readDocument(text: string, options: DocumentReaderOptions): ReadDocument {
  const document = parseDocument(text, options.limits);
  // Before validation, whose cost grows with the square of what fragments unfold to.
  assertWithinLimits(document, options.limits);
  assertValid(document, options);
  const cost = measureCost(document, options.schema);
  if (cost > options.limits.cost) throw limitExceeded('MAX_COST', options.limits.cost, cost);
  const operations = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => readOperationFacts(node, document));
  return { document, operations: new Map(operations.map((facts) => [facts.name, facts])) };
}

function parseDocument(text: string, { tokens }: OperationLimits): DocumentNode {
  try {
    return parse(text, { maxTokens: tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (error.message.includes('tokens. Parsing aborted')) throw limitExceeded('MAX_TOKENS', tokens);
    throw asUserInput(error);
  }
}

function assertWithinLimits(document: DocumentNode, limits: OperationLimits): void {
  const { depth, aliases, fields, directives } = measureDocument(document);
  if (depth > limits.depth) throw limitExceeded('MAX_DEPTH', limits.depth, depth);
  if (aliases > limits.aliases) throw limitExceeded('MAX_ALIASES', limits.aliases, aliases);
  if (directives > limits.directives) throw limitExceeded('MAX_DIRECTIVES', limits.directives, directives);
  if (fields > limits.tokens) throw limitExceeded('MAX_TOKENS', limits.tokens, fields);
}

function limitExceeded(limit: string, most: number, got?: number): GraphQLError {
  const found = got === undefined ? '' : ` (${got})`;
  return hubError(
    'LIMIT_EXCEEDED',
    {
      sv: `Frågan är för stor${found}: högst ${most} enligt ${limit}. Dela upp den i flera.`,
      en: `The operation is too large${found}: at most ${most} by ${limit}. Split it into several.`,
    },
    { limit, most },
  );
}

function assertValid(document: DocumentNode, options: DocumentReaderOptions): void {
  const { schema, introspection, suggestions } = options;
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = validate(schema, document, rules, { maxErrors: 10 });
  if (errors.length > 0) throw new OperationRefused(errors.map((error) => asUserInput(error, suggestions)));
}
