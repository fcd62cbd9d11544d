import type { Principal } from '../../../schema/protocol/principal';
import type { Agency, Purpose } from '../../../schema/protocol/vocabulary';

/** What somebody may see of the log about one child. */
export type LogView =
  | { readonly kind: 'NOTHING' }
  /** The guardian, in the child's place (GDPR art. 15): every look at the ward, but not which officials took it. */
  | { readonly kind: 'WARD' }
  /** A data owner, about a child it works with: who was shown its own fields. */
  | { readonly kind: 'OWN_FIELDS'; readonly agency: Agency }
  /** The reviewer: everything its own agency's people did; of others, what they saw of its agency's fields. */
  | {
      readonly kind: 'REVIEW';
      readonly agency: Agency;
      /** Null for an agency that is one authority for the whole country. */
      readonly municipality: string | null;
    };

/** There are 290 municipalities and as many boards, each an authority of its own (OSL 8:1). */
const localAgencies: readonly Agency[] = ['MUNICIPALITY', 'GUARDIANSHIP_BOARD'];
const dataOwners: readonly Agency[] = ['MIGRATION_AGENCY', 'MUNICIPALITY', 'POLICE', 'GUARDIANSHIP_BOARD'];

/**
 * Decides it from who asks, why, and whether the child is the asker's own case or ward. Nothing looks like a child at
 * whom nobody looked.
 */
export function decideLogView(principal: Principal, purpose: Purpose | null, related: boolean): LogView {
  const { role, agency, municipality } = principal;
  if (role === 'AUDITOR') return purpose === 'AUDIT' ? review(agency, municipality) : nothing;
  if (!related) return nothing;
  if (role === 'GUARDIAN') return purpose === 'GUARDIANSHIP' ? { kind: 'WARD' } : nothing;
  return dataOwners.includes(agency) ? { kind: 'OWN_FIELDS', agency } : nothing;
}

const nothing: LogView = { kind: 'NOTHING' };

function review(agency: Agency, municipality: string | null): LogView {
  if (!localAgencies.includes(agency)) return { kind: 'REVIEW', agency, municipality: null };
  return municipality === null ? nothing : { kind: 'REVIEW', agency, municipality };
}
