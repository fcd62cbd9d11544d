import { Kind, print, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Supergraph } from '../supergraph';
import { responseKeyOf, type FetchPart } from './fetchParts';

interface Write {
  readonly part: FetchPart;
  readonly key: string;
  /** The type that the field was asked of; undefined when of any. */
  readonly typeCondition: string | undefined;
  readonly field: FieldNode;
}

/** Which fetches of a plan write what where. */
export class PlanWrites {
  readonly #writes = new Map<string, Write[]>();

  constructor(
    parts: readonly FetchPart[],
    private readonly supergraph: Supergraph,
  ) {
    for (const part of parts)
      for (const place of part.places) this.#read(part.selectionSet, place, undefined, part);
  }

  /** The keys under which the field is written there with the same arguments. */
  keysOf(place: readonly string[], field: FieldNode): string[] {
    const wanted = readArguments(field);
    return this.#at(place).flatMap((write) => {
      const isSame = write.field.name.value === field.name.value && readArguments(write.field) === wanted;
      return isSame ? [write.key] : [];
    });
  }

  /** Whether some other part writes the field of an object of the type. */
  isWrittenElsewhere(place: readonly string[], key: string, typeName: string, own: FetchPart): boolean {
    const { isSubType } = this.supergraph;
    return this.#at(place).some(
      ({ part, typeCondition, ...write }) =>
        write.key === key &&
        part !== own &&
        (typeCondition === undefined || isSubType(typeName, typeCondition)) &&
        (part.requires.length === 0 || isAskedOf(typeName, part, this.supergraph)),
    );
  }

  #at(place: readonly string[]): readonly Write[] {
    return this.#writes.get(place.join('.')) ?? [];
  }

  #read(
    set: SelectionSetNode,
    place: readonly string[],
    typeCondition: string | undefined,
    part: FetchPart,
  ): void {
    for (const one of set.selections) {
      if (one.kind === Kind.INLINE_FRAGMENT)
        this.#read(one.selectionSet, place, one.typeCondition?.name.value ?? typeCondition, part);
      if (one.kind !== Kind.FIELD) continue;
      const alias = responseKeyOf(one);
      const key = part.renames.get(alias) ?? alias;
      const id = place.join('.');
      this.#writes.set(id, [...(this.#writes.get(id) ?? []), { part, key, typeCondition, field: one }]);
      if (one.selectionSet) this.#read(one.selectionSet, [...place, key], undefined, part);
    }
  }
}

/** A field's arguments as one text, whatever their order. */
const readArguments = ({ arguments: given = [] }: FieldNode): string => given.map(print).sort().join(', ');

const isAskedOf = (typeName: string, { requires }: FetchPart, { isSubType }: Supergraph): boolean =>
  requires.some((one) => one.kind === 'InlineFragment' && isSubType(typeName, one.typeCondition));
