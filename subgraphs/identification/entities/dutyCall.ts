import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question of the duty clock to the agencies, and what they noted of it in their own logs. */
@Entity()
export class DutyCall {
  @PrimaryColumn('uuid')
  operationId!: string;

  @Column('timestamptz')
  askedAt!: Date;

  /** See `Receipt`; null while the answers are waited for, and for good if the process died meanwhile. */
  @Column('text', { array: true, nullable: true })
  receipts!: string[] | null;
}
