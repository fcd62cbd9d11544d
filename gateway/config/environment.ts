import { createPrivateKey } from 'node:crypto';
import { toPem } from '../../schema/protocol/toPem';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads single variables and collects what is wrong with them, so that one start tells everything. */
export interface EnvironmentReader {
  readonly env: Environment;
  readonly problems: readonly string[];
  problem(text: string): void;
  /** Null when absent or blank. */
  text(name: string): string | null;
  integer(name: string, range: { fallback: number; min: number; max: number }): number;
  /** One of a few words, in small letters. */
  choice<Word extends string>(name: string, words: readonly Word[], fallback: Word): Word;
  url(name: string, protocols: readonly string[]): string | null;
  ed25519Key(name: string): string | null;
}

export function createEnvironmentReader(env: Environment): EnvironmentReader {
  const problems: string[] = [];
  const problem = (text: string) => void problems.push(text);
  const text = (name: string) => env[name]?.trim() || null;
  return {
    env,
    problems,
    problem,
    text,
    integer(name, { fallback, min, max }) {
      const given = text(name);
      if (given === null) return fallback;
      const number = Number(given);
      if (Number.isInteger(number) && number >= min && number <= max) return number;
      problem(
        `${name} is ${JSON.stringify(given)}: give a whole number from ${min} to ${max}, or leave it out.`,
      );
      return fallback;
    },
    choice(name, words, fallback) {
      const given = text(name);
      const found = words.find((word) => word === given?.toLowerCase());
      if (given !== null && found === undefined) {
        problem(`${name} is ${JSON.stringify(given)}: give one of ${words.join(', ')}, or leave it out.`);
      }
      return found ?? fallback;
    },
    url(name, protocols) {
      const given = text(name);
      if (given === null || protocols.includes(protocolOf(given) ?? '')) return given;
      // The address may hold a password, so it is not repeated.
      problem(`${name} is not a usable address: give a URL that starts with ${protocols.join('// or ')}//.`);
      return null;
    },
    ed25519Key(name) {
      const given = text(name);
      if (given === null) return null;
      const pem = toPem(given, 'PRIVATE KEY');
      if (isEd25519(pem)) return pem;
      problem(
        `${name} is not a private Ed25519 key in PEM: make one with ` +
          '"openssl genpkey -algorithm ed25519", or leave it out to have one generated in DATA_DIR.',
      );
      return null;
    },
  };
}

export function protocolOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).protocol : null;
}

function isEd25519(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'ed25519';
  } catch {
    return false;
  }
}
