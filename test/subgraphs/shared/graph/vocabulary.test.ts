import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../../../schema/files';
import { subgraphNames } from '../../../../schema/protocol/vocabulary';

const folder = projectFolder();

test.each([
  ...subgraphNames.map((name) => `${name}/subgraph`),
  'shared/graph/candidates',
  'shared/graph/municipality',
])('a program may begin with %s: what decorators need comes with it', (module) => {
  const program = `require(${JSON.stringify(join(folder, 'subgraphs', `${module}.ts`))});
      process.stdout.write(typeof Reflect.getMetadata)`;
  const output = execFileSync(process.execPath, ['-r', '@swc-node/register', '-e', program], { cwd: folder });
  expect(output.toString()).toBe('function');
});
