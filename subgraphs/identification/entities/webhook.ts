import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Agency, CaseUpdateType, Purpose, Role } from '../../../schema/protocol/vocabulary';

export type WebhookState = 'ACTIVE' | 'DISABLED';

/** An endpoint that case updates are sent to, under the rights of the system that registered it. */
@Entity()
@Index('webhook_of_system', ['agency', 'municipality', 'principal', 'registeredAt'])
export class Webhook {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  url!: string;

  /** Null: all. */
  @Column('text', { array: true, nullable: true })
  types!: CaseUpdateType[] | null;

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

  @Column('timestamptz')
  registeredAt!: Date;

  /** Null: nothing was delivered yet. */
  @Column('text', { nullable: true })
  cursor!: string | null;

  @Column('text')
  state!: WebhookState;

  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('integer', { default: 0 })
  failures!: number;

  @Column('timestamptz', { nullable: true })
  failingSince!: Date | null;

  @Column('timestamptz', { nullable: true })
  retryAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt!: Date | null;

  @Column('boolean', { default: false })
  testWanted!: boolean;

  @Column('timestamptz', { nullable: true })
  testedAt!: Date | null;

  @Column('text', { nullable: true })
  testProblem!: string | null;

  /** The gateway that works for it, until the moment beside. */
  @Column('text', { nullable: true })
  worker!: string | null;

  @Column('timestamptz', { nullable: true })
  takenUntil!: Date | null;
}
