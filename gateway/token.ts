import { parseArgs } from 'node:util';
import { acceptedPurposes } from '../schema/access/acceptedPurposes';
import { agencies, roles } from '../schema/protocol/vocabulary';
import { readConfig } from './config';
import type { Environment } from './config/environment';
import { readDemoClaims } from './identity/demoClaims';
import { createDemoIssuer, type DemoClaims } from './identity/demoIssuer';

export interface CommandResult {
  readonly exitCode: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command `npm run token`: a demo token on standard output, and nothing else there. */
export async function runTokenCommand(args: readonly string[], env: Environment): Promise<CommandResult> {
  const reading = readConfig(env);
  if (!reading.ok) return refuse(reading.problems.join('\n'));
  if (!reading.config.demo)
    return refuse('Demo tokens exist only where the demo issuer runs: unset OIDC_ISSUERS.');
  const claims = readClaims(args);
  if (typeof claims === 'string') return refuse(`${claims}\n\n${usage}`);
  const issuer = await createDemoIssuer(reading.config.dataDir);
  return { exitCode: 0, stdout: `${await issuer.issue(claims)}\n`, stderr: '' };
}

const usage = `Usage: npm run --silent token -- --role ROLE [options]

  --role ROLE          ${roles.join(', ')}
  --municipality CODE  SCB's four digits, e.g. 0180; needed by the municipalities' roles
  --agency AGENCY      ${agencies.join(', ')}; default: from the role
  --sub ID             who it is, opaque; default: demo- and the role
  --purpose PURPOSE    checks that the role may use it; it travels in the header x-purpose, not in the token
  --expires TIME       how long it lasts, e.g. 90s, 30m, 8h; default: 8h`;

/** The claims, or what is wrong with the arguments. */
function readClaims(args: readonly string[]): DemoClaims | string {
  const values = parseOptions(args);
  if (typeof values === 'string') return values;
  const claims = readDemoClaims(values);
  if (typeof claims === 'string') return claims;
  const accepted: readonly string[] = acceptedPurposes(claims.role);
  if (values.purpose !== undefined && !accepted.includes(values.purpose)) {
    return `--purpose for ${claims.role} must be one of ${accepted.join(', ')}.`;
  }
  return claims;
}

function parseOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { role: text, municipality: text, agency: text, sub: text, purpose: text, expires: text };
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    return (error as Error).message;
  }
}

function refuse(text: string): CommandResult {
  return { exitCode: 2, stdout: '', stderr: `${text}\n` };
}

async function main(): Promise<void> {
  const { exitCode, stdout, stderr } = await runTokenCommand(process.argv.slice(2), process.env);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = exitCode;
}

if (require.main === module) void main();
