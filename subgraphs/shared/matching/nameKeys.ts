import { prepareName, type PreparedName } from './prepareName';

/** Outlines of a token cut to this length: endings vary most. */
const OUTLINE = 3;
/** Of two tokens together more is kept: the key has to stand without a day. */
const PAIR_OUTLINE = 4;
const MOST_PAIRS = 24;

/** The outlines under which a name alone is found: spellings of one name share one, in any script. */
export function nameKeys(name: string): string[] {
  const prepared = prepareName(name);
  return prepared ? outlineKeys(prepared) : [];
}

/** Cut outline of every token. */
export function outlineKeys(name: PreparedName): string[] {
  return unique(
    name.tokens.flatMap(({ skeletons }) => skeletons.map((skeleton) => skeleton.slice(0, OUTLINE))),
  );
}

/** Cut outlines of every two tokens, in an order that does not depend on theirs. */
export function pairKeys(name: PreparedName): string[] {
  const outlines = name.tokens
    .filter(({ initial }) => !initial)
    .slice(0, 6)
    .map(({ skeletons }) => unique(skeletons.map((skeleton) => skeleton.slice(0, PAIR_OUTLINE))).slice(0, 4));
  const pairs = outlines.flatMap((left, index) =>
    outlines
      .slice(index + 1)
      .flatMap((right) => left.flatMap((one) => right.map((other) => [one, other].sort().join('+')))),
  );
  return unique(pairs).slice(0, MOST_PAIRS);
}

function unique(keys: string[]): string[] {
  return [...new Set(keys)];
}
