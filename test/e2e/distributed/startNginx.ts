import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { projectFolder } from '../../../schema/files';
import type { Program } from '../../harness/startProgram';

export interface Balancer {
  readonly address: string;
  stop(): Promise<void>;
}

/** Debian's nginx with the configuration of docker-compose.yml, these gateways in the place of those. */
export async function startNginx(
  folder: string,
  port: number,
  gateways: readonly Program[],
): Promise<Balancer> {
  const hosts = gateways.map(({ address }) => new URL(address).host);
  const site = readFileSync(join(projectFolder(), 'gateway', 'balancer', 'nginx.conf'), 'utf8')
    .replace('gateway-1:4000', hosts[0]!)
    .replace('gateway-2:4000', hosts[1]!)
    .replace('listen 4000', `listen 127.0.0.1:${port}`);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(folder, 'nginx', kind)};`,
  );
  mkdirSync(join(folder, 'nginx'), { recursive: true });
  const file = join(folder, 'nginx', 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${join(folder, 'nginx', 'pid')}; error_log stderr warn;
    events {} http { ${paths.join(' ')} ${site} }`,
  );
  const child = spawn('nginx', ['-c', file, '-p', folder], {
    env: { PATH: `${process.env['PATH']}:/usr/sbin` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  while (!(await isListening(port))) {
    if (child.exitCode !== null) throw new Error('nginx ended before it listened');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
