import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the duty clock has read of what happens at an agency. */
@Entity()
export class DutyPosition {
  @PrimaryColumn('text')
  agency!: string;

  @Column('text')
  position!: string;
}
