import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** That somebody searched in vain, by marks that only the running process can compare; gone after a day. */
@Entity()
@Index('failed_search_at', ['searchedAt'])
export class FailedSearch {
  @PrimaryColumn('text')
  principal!: string;

  @PrimaryColumn('text')
  born!: string;

  @PrimaryColumn('text')
  named!: string;

  @Column('timestamptz')
  searchedAt!: Date;
}
