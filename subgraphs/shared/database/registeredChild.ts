import { Column, Index, PrimaryColumn } from 'typeorm';
import type { IdentityRecord } from '../matching';

/**
 * What every agency's `child` table has: the opaque reference that the agencies share, the agency's own protection
 * mark, and what its search reads. Extend it per agency.
 */
export abstract class RegisteredChild {
  /** Opaque; says nothing about the child. */
  @PrimaryColumn('text')
  id!: string;

  /** Sekretessmarkering, protected registration or an assumed identity (OSL 21:3, 22:1): each agency keeps its own. */
  @Column('boolean', { default: false })
  protectedIdentity!: boolean;

  /** The identifiers this agency holds, as its search compares them. Derived from the agency's own records. */
  @Column('jsonb')
  identity!: IdentityRecord;

  /** Blocking keys of `identity`; see the matching module. */
  @Index('child_search_keys', { synchronize: false })
  @Column('text', { array: true })
  searchKeys!: string[];
}
