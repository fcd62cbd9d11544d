import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  type DefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import type { FieldGuard, Refusal } from '../guard';
import { anonymousCaller, type EngineCaller } from './caller';
import { readRequirements, type Requirements } from './requirements';

/** Adds the supergraph's own requirements to a guard. A field both refuse has the guard's refusal. */
export type Authorise = (
  caller: EngineCaller | undefined,
  guard: FieldGuard | undefined,
) => FieldGuard | undefined;

const refusal: Refusal = {
  message: 'Unauthorized field or type.',
  extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
};

/**
 * Enforces `@authenticated`, `@requiresScopes` and `@policy`: a field is refused for what stands on itself, on the type
 * it is a field of, or on the type it gives. Without a caller nothing that requires one is given.
 */
export function createAuthorisation(definitions: readonly DefinitionNode[], api: GraphQLSchema): Authorise {
  const requirements = readRequirements(definitions);
  if (requirements.size === 0) return (_caller, guard) => guard;
  const texts = [...new Set([...requirements.values()].flat().map(({ text }) => text))];
  const one = new Map(
    [...requirements.values()].flat().map((requirement) => [requirement.text, requirement]),
  );
  return (caller = anonymousCaller, guard) => {
    const held = new Set(texts.filter((text) => one.get(text)?.holds(caller)));
    const own = createGuard(requirements, held, api);
    // What the caller holds of what is required decides: callers who differ in nothing else share compilations.
    const key = `${texts.map((text) => (held.has(text) ? '1' : '0')).join('')}/${guard?.key ?? ''}`;
    return {
      key,
      refuse: (typeName, fieldName) => guard?.refuse(typeName, fieldName) ?? own.refuse(typeName, fieldName),
      refuseType: (typeName) => guard?.refuseType?.(typeName) ?? own.refuseType(typeName),
    };
  };
}

function createGuard(requirements: Requirements, held: ReadonlySet<string>, api: GraphQLSchema) {
  const isMet = (place: string) => requirements.get(place)?.every(({ text }) => held.has(text)) ?? true;
  const gives = (typeName: string, fieldName: string): string => {
    const type = api.getType(typeName);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName] : undefined;
    return field ? getNamedType(field.type).name : '';
  };
  return {
    refuse: (typeName: string, fieldName: string) =>
      isMet(typeName) && isMet(`${typeName}.${fieldName}`) && isMet(gives(typeName, fieldName))
        ? null
        : refusal,
    refuseType: (typeName: string) => (isMet(typeName) ? null : refusal),
  };
}
