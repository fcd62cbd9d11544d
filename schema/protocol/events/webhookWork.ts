import type { CaseUpdateType } from '../vocabulary';
import type { UpdateAsker } from './audience';

/** What the gateway that delivers asks of the hub's own graph, which keeps the register of endpoints. */
export type WebhookWork =
  /** Takes endpoints that have something to do and nobody at work, for a while; names those it works for already. */
  | { readonly kind: 'TAKE'; readonly worker: string }
  | { readonly kind: 'DELIVERED'; readonly worker: string; readonly webhook: string; readonly cursor: string }
  /** Nothing before this place is left to send: it began here, or may know of none of it. */
  | { readonly kind: 'PASSED'; readonly worker: string; readonly webhook: string; readonly cursor: string }
  /** The endpoint did not take an event now; it is tried again from the same place. */
  | {
      readonly kind: 'FAILED';
      readonly worker: string;
      readonly webhook: string;
      readonly problem: string;
      readonly retryAt: string;
      /** Whether the endpoint is given up. */
      readonly disable: boolean;
    }
  /** The endpoint refuses this one event: it is laid aside, and the stream goes on behind it. */
  | {
      readonly kind: 'LAID_ASIDE';
      readonly worker: string;
      readonly webhook: string;
      readonly cursor: string;
      readonly event: string;
      readonly child: string;
      readonly body: string;
      readonly problem: string;
    }
  | { readonly kind: 'REPLAYED'; readonly worker: string; readonly webhook: string; readonly letter: string }
  | {
      readonly kind: 'TESTED';
      readonly worker: string;
      readonly webhook: string;
      readonly problem: string | null;
    };

/** The kind under which work is signed. */
export const webhookKind = 'webhook';

/** How long an endpoint is taken for, in milliseconds; a gateway that ends leaves it to another after that. */
export const leaseMs = 20_000;

/** An endpoint as it is worked for. */
export interface WebhookTask {
  readonly id: string;
  readonly url: string;
  readonly asker: UpdateAsker;
  readonly types: readonly CaseUpdateType[] | null;
  /** Where it stands; null: it begins with what comes. */
  readonly cursor: string | null;
  readonly failures: number;
  readonly failingSince: string | null;
  /** False: it is only to be tested. */
  readonly active: boolean;
  readonly testWanted: boolean;
  /** Children of whom an event lies aside: later ones are laid behind it, so that each child's stay in order. */
  readonly heldChildren: readonly string[];
  /** Laid aside, and wanted again, oldest first. */
  readonly replay: readonly { readonly id: string; readonly event: string; readonly body: string }[];
}
