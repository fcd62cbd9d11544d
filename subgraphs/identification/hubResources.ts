import type { SubgraphContext } from '../shared/context';
import type { Settings } from '../shared/server/resources';
import { createAuditReader, type AuditReader } from './accessLog/auditReader';

/** What the hub's own graph is given at start beside its database. */
export interface HubResources {
  /** Null when no way to the audit log is configured. */
  readonly audit: AuditReader | null;
  readonly searchBudgetFactor: number;
  /** Plain HTTP to this machine may be registered as an endpoint: for trying out. */
  readonly allowLoopbackWebhooks: boolean;
  close(): Promise<void>;
}

/**
 * - `DATABASE_URL_AUDIT`: the audit log, as a role that may only read it.
 * - `WEBHOOK_LOOPBACK`: `allow` lets endpoints be on this machine. @default they may not
 * - `SEARCH_BUDGET_FACTOR`: scales every search budget, a whole number. @default 1
 */
export function openHubResources(settings: Settings): HubResources {
  const audit = settings['DATABASE_URL_AUDIT'] ? createAuditReader(settings['DATABASE_URL_AUDIT']) : null;
  const searchBudgetFactor = readFactor(settings['SEARCH_BUDGET_FACTOR']);
  return {
    audit,
    searchBudgetFactor,
    allowLoopbackWebhooks: settings['WEBHOOK_LOOPBACK'] === 'allow',
    close: async () => {
      await audit?.close();
    },
  };
}

export function hubResources(context: SubgraphContext): HubResources {
  return context.resources as HubResources;
}

function readFactor(given: string | undefined): number {
  const factor = Number(given || 1);
  if (Number.isInteger(factor) && factor >= 1) return factor;
  throw new Error('SEARCH_BUDGET_FACTOR must be a whole number from 1.');
}
