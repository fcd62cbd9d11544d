import { GraphQLObjectType, isIntrospectionType, type GraphQLSchema } from 'graphql';
import type { IMiddlewareFieldMap } from 'graphql-middleware';
import { allow, rule, shield } from 'graphql-shield';
import type { Outcome } from '../../../schema/access/decideRow';
import { rowOfField, type FieldAccess } from '../../../schema/access/rowOfField';
import { secrecyText } from '../../../schema/access/secrecyText';
import type { SubgraphContext } from '../context';
import { isOpen } from './decisions';
import { ownerOf } from './owner';
import { hubError } from '../../../schema/protocol/hubError';

type Denial = Extract<Outcome, { allow: false }>;
type JudgedByRows = Extract<FieldAccess, { kind: 'ROW' }>;
type Rules = Record<string, Record<string, ReturnType<ReturnType<typeof rule>>>>;
type Guards = Record<string, IMiddlewareFieldMap>;

/**
 * The shield over a subgraph, derived from the access matrix: a rule for each field that has rows. It judges again
 * what the loader already left out, so that a mistake there gives nothing away.
 */
export function createShield(schema: GraphQLSchema): Guards {
  const rules: Rules = {};
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || isIntrospectionType(type)) continue;
    for (const field of Object.keys(type.getFields())) {
      const access = rowOfField(`${type.name}.${field}`);
      if (access?.kind === 'ROW')
        (rules[type.name] ??= {})[field] = createRule(`${type.name}.${field}`, access);
    }
  }
  const guards = shield(rules, { fallbackRule: allow, allowExternalErrors: true }).generate(schema);
  return keepRuled(guards as Guards, rules);
}

/** A guard makes its field wait for a promise; the many fields without a rule need not. */
function keepRuled(guards: Guards, rules: Rules): Guards {
  const kept: Guards = {};
  for (const [type, fields] of Object.entries(rules)) {
    kept[type] = Object.fromEntries(Object.keys(fields).map((field) => [field, guards[type]![field]!]));
  }
  return kept;
}

function createRule(coordinate: string, access: JudgedByRows): ReturnType<ReturnType<typeof rule>> {
  return rule(coordinate)((parent: { id?: string }, _args, context: SubgraphContext) => {
    const child = ownerOf(parent) ?? (coordinate.startsWith('Child.') ? parent.id : undefined);
    if (!child) return true;
    const outcomes = access.rows.map((row) => context.decisions.outcome(child, row.id));
    if (outcomes.some((outcome) => isOpen(outcome, access.flag, coordinate))) return true;
    return toError(coordinate, toDenial(outcomes, access));
  });
}

/** An agency that did not answer is named before a secrecy rule: it may be all that stands in the way. */
function toDenial(outcomes: readonly Outcome[], access: JudgedByRows): Denial {
  const denied = outcomes.filter((outcome) => !outcome.allow);
  const row = access.rows[0] as JudgedByRows['rows'][number];
  return (
    denied.find((outcome) => outcome.code === 'AGENCY_UNAVAILABLE') ??
    denied[0] ?? { allow: false, code: 'SECRECY', basis: row.secrecy, askWhom: row.askWhom }
  );
}

function toError(coordinate: string, outcome: Denial): Error {
  const { code, basis, askWhom } = outcome;
  return hubError(code, secrecyText(coordinate, basis, askWhom), { basis, askWhom });
}
