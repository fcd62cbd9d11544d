import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Which references are one child now: what the links come to, so that every question finds them in one step. */
@Entity()
@Index('linked_child_leader', ['leader', 'place'])
export class LinkedChild {
  @PrimaryColumn('text')
  child!: string;

  /** The reference by which the hub answers. */
  @Column('text')
  leader!: string;

  /** From 0, the leader's. */
  @Column('int')
  place!: number;
}
