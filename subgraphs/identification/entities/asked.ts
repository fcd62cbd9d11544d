import { Column, PrimaryColumn } from 'typeorm';
import type { Agency, Purpose, Role } from '../../../schema/protocol/vocabulary';

/** What has an asker, a purpose and a case of the asker's, about one child. */
export abstract class Asked {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  child!: string;

  @Column('text')
  principal!: string;

  @Column('text')
  role!: Role;

  @Column('text')
  agency!: Agency;

  @Column('text', { nullable: true })
  municipality!: string | null;

  @Column('text')
  purpose!: Purpose;

  @Column('text')
  caseReference!: string;

  @Column('text')
  reason!: string;

  @Column('text', { nullable: true })
  idempotencyKey!: string | null;

  @Column('text')
  fingerprint!: string;
}
