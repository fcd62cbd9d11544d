import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What somebody has spent of a budget in its present window. The columns are those that rate-limiter-flexible writes. */
@Entity()
@Index('search_budget_expire', ['expire'])
export class SearchBudget {
  /** `budget:agency/person` or `budget:agency/municipality`. */
  @PrimaryColumn('character varying', { length: 255 })
  key!: string;

  @Column('integer', { default: 0 })
  points!: number;

  /** Milliseconds since 1970. */
  @Column('bigint', { nullable: true })
  expire!: string | null;
}
