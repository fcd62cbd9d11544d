import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Child } from './child';

/** How the child looks (signalement). A result only: nobody is searched for by it (SoLPuF 15 §). */
@Entity('child_description')
@Check('child_description_height', 'height_cm BETWEEN 30 AND 250')
export class ChildDescription {
  @PrimaryColumn('text')
  childId!: string;

  @OneToOne(() => Child, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'child_id', foreignKeyConstraintName: 'of_child' })
  child!: Relation<Child>;

  @Column('smallint', { nullable: true })
  heightCm!: number | null;

  @Column('text', { nullable: true })
  build!: string | null;

  @Column('text', { nullable: true })
  hair!: string | null;

  @Column('text', { nullable: true })
  eyes!: string | null;

  @Column('text', { nullable: true })
  marks!: string | null;

  @Column('text', { nullable: true })
  clothing!: string | null;

  /** In the municipality's own system; the photo itself is never copied. */
  @Column('text', { nullable: true })
  photoUrl!: string | null;

  /** The day the child was told why a photo is taken and how it is used, and agreed; shown to nobody. */
  @Column('date', { nullable: true })
  photoAgreedOn!: string | null;

  @Column('date')
  updatedOn!: string;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
