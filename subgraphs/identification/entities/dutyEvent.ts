import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * That something was told about a deadline; what stands here is never told again. A hash, for a due moment can be a
 * birthday, and the hub keeps no register.
 */
@Entity()
export class DutyEvent {
  @PrimaryColumn('text')
  child!: string;

  /** SHA-256 of child, kind, due moment and stage, base64url. */
  @PrimaryColumn('text')
  mark!: string;

  @Column('timestamptz')
  raisedAt!: Date;
}
