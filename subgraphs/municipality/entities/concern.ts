import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Agency, Role } from '../../../schema/protocol/vocabulary';
import type { ConcernAbout } from '../concern/readConcern';

/**
 * A report of concern (orosanmälan) as it came in: from anybody, about anybody, who need not be in the register. Its
 * handling stands in `protection_case` once a child of the register is meant.
 */
@Entity('concern')
@Index('concern_by_municipality', ['municipality', 'receivedAt'])
@Check('concern_municipality', `municipality ~ '^[0-9]{4}$'`)
export class Concern {
  @PrimaryColumn('text')
  id!: string;

  /** As the reporter gave it; it may be nobody's reference. */
  @Column('text', { nullable: true })
  childId!: string | null;

  /** The municipality that is told. */
  @Column('text')
  municipality!: string;

  @Column('timestamptz')
  receivedAt!: Date;

  /** Danger that cannot wait for the morning. */
  @Column('boolean')
  urgent!: boolean;

  @Column('text')
  text!: string;

  @Column('jsonb')
  about!: ConcernAbout;

  /** Where the reporter may be reached; null for one who did not say. */
  @Column('text', { nullable: true })
  contact!: string | null;

  /** The reporter's side is secret of its own (OSL 40:7 g). */
  @Column('text')
  reportedBy!: string;

  @Column('text')
  reporterRole!: Role;

  @Column('text')
  reporterAgency!: Agency;

  @Column('text', { nullable: true })
  caseReference!: string | null;
}
