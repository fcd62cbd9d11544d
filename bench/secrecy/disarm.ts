import * as createAuditLog from '../../gateway/audit/createAuditLog';
import * as useSecrecy from '../../gateway/plugins/useSecrecy';
import * as decideRow from '../../schema/access/decideRow';
import * as createShield from '../../subgraphs/shared/access/createShield';
import { readPrepared } from '../../subgraphs/shared/database/queryPrepared';
import * as readAs from '../../subgraphs/shared/database/security/readAs';
import * as createDisclosureLog from '../../subgraphs/shared/disclosure/createDisclosureLog';
import { withoutVariable, type Protection } from './protections';

/*
 * Loaded into a measured hub before its own program (`node -r`): puts idle parts in the place of protections, so that
 * the hub itself need know no way to do without them.
 */

const without = (process.env[withoutVariable] ?? '').split(',').filter(Boolean) as Protection[];

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
      // On the connections that readers' statements share: only what they are kept from is left out.
      readAs: async (database, _as, sql, parameters) => readPrepared(database, sql, parameters),
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
