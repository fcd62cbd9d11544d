import * as createAuditLog from '../../gateway/audit/createAuditLog';
import * as useSecrecy from '../../gateway/plugins/useSecrecy';
import * as decideRow from '../../schema/access/decideRow';
import * as createShield from '../../subgraphs/shared/access/createShield';
import * as readAs from '../../subgraphs/shared/database/security/readAs';
import { statementName } from '../../subgraphs/shared/database/statementName';
import { withClient } from '../../subgraphs/shared/database/withClient';
import * as createDisclosureLog from '../../subgraphs/shared/disclosure/createDisclosureLog';
import { withoutVariable, type Protection } from './protections';

/*
 * Loaded into a measured hub before its own program (`node -r`): puts idle parts in the place of protections, so that
 * the hub itself need know no way to do without them.
 */

const without = (process.env[withoutVariable] ?? '').split(',').filter(Boolean) as Protection[];

const plansOnce = new WeakSet<object>();

const idle: Readonly<Record<Protection, () => void>> = {
  audit: () =>
    replace(createAuditLog, {
      createAuditLog: () => ({
        announce: () => () => undefined,
        append: async () => [],
        isReady: async () => true,
        close: async () => undefined,
      }),
    }),
  notes: () =>
    replace(createDisclosureLog, {
      createDisclosureLog: () => ({ note: async (_request, _context, response) => response }),
    }),
  rows: () =>
    replace(readAs, {
      // Planned once and through the indexes, as readers' statements are: only what they are kept from is left out.
      readAs: async (database, _as, sql, parameters) =>
        withClient(database, async (client) => {
          if (!plansOnce.has(client))
            await client.query(`SET enable_seqscan = 'off'; SET plan_cache_mode = 'force_generic_plan'`);
          plansOnce.add(client);
          const { rows } = await client.query({
            name: statementName(sql),
            text: sql,
            values: [...parameters],
          });
          return rows;
        }),
    }),
  policies: () => {
    replace(useSecrecy, { useSecrecy: () => (purposeful, next) => next(purposeful) });
    replace(createShield, { createShield: () => ({}) });
    replace(decideRow, { decideRow: () => ({ allow: true, flagOnly: false, via: 'OWN', basis: [] }) });
  },
};

/** Whoever imports the module calls what stands in its exports by then. */
function replace<Module extends object>(module: Module, parts: Partial<Module>): void {
  Object.assign(module, parts);
}

for (const protection of without) idle[protection]();
