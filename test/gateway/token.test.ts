import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { createAuthenticator } from '../../gateway/identity/createAuthenticator';
import { createDemoIssuer } from '../../gateway/identity/demoIssuer';
import { runTokenCommand } from '../../gateway/token';
import { temporaryFolder } from '../harness/temporaryFolder';

const folder = () => join(temporaryFolder('token'), 'data');
const run = (args: string, env: Record<string, string> = {}) =>
  runTokenCommand(args.split(' ').filter(Boolean), { DATA_DIR: folder(), ...env });

test('standard output has the token and nothing else, and the hub accepts it', async () => {
  const DATA_DIR = folder();
  const result = await run('--role SOCIAL_EMERGENCY --municipality 0180 --purpose PROTECTION', { DATA_DIR });
  expect(result).toEqual({
    exitCode: 0,
    stdout: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/),
    stderr: '',
  });
  const authenticate = createAuthenticator({ issuers: [await createDemoIssuer(DATA_DIR)] });
  expect(await authenticate(`Bearer ${result.stdout.trim()}`)).toEqual({
    id: 'demo-social_emergency',
    role: 'SOCIAL_EMERGENCY',
    agency: 'MUNICIPALITY',
    municipality: '0180',
    acr: 'loa3',
  });
});

test('who it is, where and for how long can be chosen', async () => {
  const { stdout } = await run('--role SCHOOL_HEALTH_STAFF --agency HEALTH_CARE --sub nurse-7 --expires 30m');
  const { sub, agency, iat = 0, exp = 0 } = decodeJwt(stdout.trim());
  expect({ sub, agency, lifetime: exp - iat }).toEqual({
    sub: 'nurse-7',
    agency: 'HEALTH_CARE',
    lifetime: 1800,
  });
});

test.each([
  ['', 'SOCIAL_EMERGENCY, OUTREACH_WORKER'],
  ['--role BOSS', 'SOCIAL_EMERGENCY, OUTREACH_WORKER'],
  ['--role SOCIAL_WORKER', '--municipality'],
  ['--role SOCIAL_WORKER --municipality Stockholm', 'four digits'],
  ['--role POLICE_OFFICER --agency NGO', 'POLICE'],
  ['--role POLICE_OFFICER --purpose CASE_WORK', 'IDENTIFICATION, PROTECTION, REPORTING'],
  ['--role POLICE_OFFICER --expires 25h', '24h'],
  ['--role POLICE_OFFICER --admin', '--admin'],
])('"%s" ends with 2 and says what to do', async (args, named) => {
  const { exitCode, stdout, stderr } = await run(args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain(named);
});

test.each<Record<string, string>>([
  { NODE_ENV: 'production' },
  { NODE_ENV: 'production', OIDC_ISSUERS: 'https://a=https://a/j' },
  { HOST: '0.0.0.0' },
])('there are no demo tokens under %j, and no key either', async (env) => {
  const DATA_DIR = folder();
  const { exitCode, stdout } = await run('--role POLICE_OFFICER', { DATA_DIR, ...env });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(existsSync(DATA_DIR)).toBe(false);
});

test('the key file is its owner’s alone, and one for all who start at once', async () => {
  const DATA_DIR = folder();
  const issuers = await Promise.all([1, 2, 3, 4].map(() => createDemoIssuer(DATA_DIR)));
  const authenticate = createAuthenticator({ issuers: [issuers[0]!] });
  for (const issuer of issuers) {
    await expect(
      authenticate(`Bearer ${await issuer.issue({ role: 'POLICE_OFFICER' })}`),
    ).resolves.toBeDefined();
  }
  expect(readdirSync(DATA_DIR)).toEqual(['demo-issuer.pem']);
  expect(statSync(join(DATA_DIR, 'demo-issuer.pem')).mode & 0o777).toBe(0o600);
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
});
