import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the audit log has been looked through for readings; one row. */
@Entity()
export class ReadingWatch {
  @PrimaryColumn('boolean', { default: true })
  one!: boolean;

  /** Null: it begins with the entries to come. */
  @Column('bigint', { nullable: true })
  nextLeaf!: string | null;
}
