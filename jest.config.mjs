import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const programs = createRequire(import.meta.url)('./test/harness/programs.json');

/**
 * A test file that needs a program of the machine's carries its name, as in `relay.nats-server.test.ts`, and belongs to
 * the run where the program is; `.ci/run` installs them all.
 */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/bin'];
const missing = programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...missing.map((program) => `\\.${program}\\.test\\.ts$`)],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: '<rootDir>/test/harness/globalSetup.ts',
  globalTeardown: '<rootDir>/test/harness/globalTeardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
  transformIgnorePatterns: ['node_modules/(?!(any-ascii|jose)/)'],
  transform: {
    // These are published as ES modules only.
    '^.+\\.ts$|node_modules/(any-ascii|jose)/.+\\.js$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
};
