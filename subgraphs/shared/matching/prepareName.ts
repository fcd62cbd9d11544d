import { readNameToken, type NameToken } from './nameToken';
import { splitName } from './splitName';

/** A whole name ready to be compared: its tokens in an order that depends on their spelling alone. */
export interface PreparedName {
  tokens: NameToken[];
}

/** Reads a name in any script; null when it holds nothing that can be compared. */
export function prepareName(name: string): PreparedName | null {
  const tokens = splitName(name)
    .map((word) => readNameToken(word))
    .filter((token) => token !== null)
    .sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0));
  return tokens.length > 0 ? { tokens } : null;
}
