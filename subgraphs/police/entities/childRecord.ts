import { Column, JoinColumn, ManyToOne, type Relation } from 'typeorm';
import { Child } from './child';

/** What every record about a child has: whose it is. It goes when the child does. */
export abstract class ChildRecord {
  @Column('text')
  childId!: string;

  @ManyToOne(() => Child, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'child_id', foreignKeyConstraintName: 'of_child' })
  child!: Relation<Child>;
}
