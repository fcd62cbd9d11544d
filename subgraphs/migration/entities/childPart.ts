import { Column, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Child } from './child';

/** What every table about a child has: a number of its own, and whose it is. */
export abstract class ChildPart {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  childId!: string;

  @ManyToOne(() => Child, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'child_id', foreignKeyConstraintName: 'of_child' })
  child!: Relation<Child>;
}
