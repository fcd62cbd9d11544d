import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { subgraphNames } from '../schema/protocol/vocabulary';

/**
 * What `docker compose` needs to know and must not be the same anywhere else: a password for each database and for
 * NATS, and the hub's pair of Ed25519 keys, each as the one line of base64 inside its PEM. Every call makes new ones.
 */
export function generateEnv(): string {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const passwords = [...subgraphNames, 'audit', 'audit_gateway', 'auditor'].map(
    (name) => `POSTGRES_PASSWORD_${name.toUpperCase()}=${password()}`,
  );
  const natsPasswords = subgraphNames.map((name) => `NATS_PASSWORD_${name.toUpperCase()}=${password()}`);
  return `# Secrets of this installation. Keep the file out of version control and readable for its owner only.

# Whose tokens the hub trusts: issuer=jwksUrl, several separated by commas. Fill this in; the hub does not start without.
OIDC_ISSUERS=

# A password per database, and of the log for the gateways, which may add, and for whoever only reads it. A database takes them the first time it starts.
${passwords.join('\n')}

# For the event log: the gateways read it, and each subgraph adds what it publishes.
NATS_PASSWORD=${password()}
${natsPasswords.join('\n')}

# The gateways and the hub's own graph sign with the first; the agencies are given the second alone.
GATEWAY_SIGNING_KEY=${privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')}
GATEWAY_VERIFY_KEY=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}
`;
}

/** Letters, digits, `-` and `_`: the same in a URL, in a shell and in `.env`. */
function password(): string {
  return randomBytes(24).toString('base64url');
}

/** `npm run env`: writes `.env`, once. New passwords would lock the hub out of databases that have the old ones. */
function main(): void {
  try {
    writeFileSync('.env', generateEnv(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    process.stderr.write(
      '.env is there already and is left as it is: its databases know the passwords in it.\n',
    );
    process.exitCode = 1;
    return;
  }
  process.stdout.write('.env is written. Fill in OIDC_ISSUERS, then: docker compose up --build\n');
}

if (require.main === module) main();
