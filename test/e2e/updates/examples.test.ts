import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../../schema/files';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type TestHub } from '../../harness/hub';
import { happen, open, system } from './updatesHub';

let hub: TestHub;
let token: string;
const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-examples-'));
const started: ChildProcess[] = [];

beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()), events: 'POSTGRES' });
  const { role, municipality, sub } = system('2580');
  token = await hub.issuer.issue({ role, municipality, sub });
}, 60_000);
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await hub?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Example {
  readonly output: () => string;
  until(text: string): Promise<void>;
  stop(): Promise<void>;
}

function run(file: string, env: Record<string, string>): Example {
  const path = join(projectFolder(), 'gateway/updates/examples', file);
  const [command, args] = file.endsWith('.sh')
    ? ['bash', [path]]
    : [process.execPath, ['-r', '@swc-node/register', path]];
  const child = spawn(command, args, {
    cwd: projectFolder(),
    env: { PATH: process.env['PATH'], TOKEN: token, CURSOR_FILE: join(folder, `${file}.cursor`), ...env },
  });
  started.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return {
    output: () => said,
    until: async (text) => {
      for (const end = Date.now() + 20_000; !said.includes(text);) {
        if (Date.now() > end) throw new Error(`${file} did not say ${text}:\n${said}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Until the example is connected, events are only those of the past. */
async function happenUntilSeen(example: Example): Promise<void> {
  for (let seen = false; !seen;) {
    const id = await happen(hub, 'police', 'FOUND', open);
    for (let tries = 0; tries < 20 && !seen; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      seen = example.output().includes(id);
    }
  }
}

test.each([
  ['followBySse.ts', (address: string) => address],
  ['followByWebSocket.ts', (address: string) => address.replace('http', 'ws')],
])(
  '%s follows, and goes on where it was stopped',
  async (file, toHub) => {
    const first = run(file, { HUB: toHub(hub.address) });
    await happenUntilSeen(first);
    await first.stop();
    const missed = await happen(hub, 'municipality', 'RETURNED', open, '2580');
    const second = run(file, { HUB: toHub(hub.address) });
    await second.until(missed);
    expect(second.output().match(/"id":"[\w-]{36}"/g)).toHaveLength(1);
    await second.stop();
  },
  60_000,
);

test('follow.sh prints the cursor of each event, and goes on behind it', async () => {
  const first = run('follow.sh', { HUB: hub.address });
  await happenUntilSeen(first);
  await first.stop();
  const cursor = /^id: (\S+)$/m.exec(first.output().slice(first.output().lastIndexOf('id: ')))![1]!;
  const missed = await happen(hub, 'municipality', 'RETURNED', open, '2580');
  const second = run('follow.sh', { HUB: hub.address, LAST_EVENT_ID: cursor });
  await second.until(missed);
  await second.stop();
}, 60_000);

test('receiveWebhooks.ts takes what the hub signed, and nothing else', async () => {
  const port = await freePort();
  const example = run('receiveWebhooks.ts', { HUB: hub.address, PORT: String(port) });
  await example.until('listening');
  const url = `http://127.0.0.1:${port}/updates`;
  const { data } = await hub.ask(
    system('2580'),
    `mutation { registerWebhook(input: { url: "${url}" }) { id } }`,
  );
  await hub.ask(system('2580'), `mutation { testWebhook(id: "${data.registerWebhook.id}") { id } }`);
  await example.until('se.skyddsnat.test');
  const forged = await fetch(url, {
    method: 'POST',
    headers: {
      'webhook-id': 'x',
      'webhook-timestamp': String(Date.now() / 1_000),
      'webhook-signature': 'v1a,AAAA',
    },
    body: '{"forged":true}',
  });
  expect(forged.status).toBe(401);
  expect(example.output()).not.toContain('forged');
  await example.stop();
}, 60_000);

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
