import { visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { readArgument } from './supergraph';

type TypeNode = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/**
 * Puts the keys of a type that most subgraphs have last. Where a field requires something, the planner goes back by the
 * last key of the subgraph, whether or not the object came with it; when it did not, the planner ends the process.
 *
 * @param amongEqual the order of keys that equally many subgraphs have
 */
export function orderKeys(document: DocumentNode, amongEqual: 'asDeclared' | 'reversed'): DocumentNode {
  const reorder = <Node extends TypeNode>(node: Node): Node | undefined => {
    const keys = (node.directives ?? []).filter((one) => readKey(one) !== undefined);
    if (keys.length < 2) return undefined;
    const shares = new Map<string, number>();
    for (const key of keys) shares.set(readKey(key) ?? '', (shares.get(readKey(key) ?? '') ?? 0) + 1);
    const shareOf = (directive: ConstDirectiveNode) => shares.get(readKey(directive) ?? '') ?? 0;
    const declared = amongEqual === 'reversed' ? [...keys].reverse() : [...keys];
    const ordered = declared.sort((one, other) => shareOf(one) - shareOf(other));
    const others = (node.directives ?? []).filter((one) => !keys.includes(one));
    return { ...node, directives: [...others, ...ordered] };
  };
  return visit(document, { ObjectTypeDefinition: reorder, InterfaceTypeDefinition: reorder });
}

const readKey = (directive: ConstDirectiveNode): string | undefined =>
  directive.name.value === 'join__type' ? readArgument(directive, 'key') : undefined;
