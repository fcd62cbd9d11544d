import { Column, Entity } from 'typeorm';
import { RegisteredChild } from '../../shared/database/registeredChild';

/** A child that was reported missing or met by a finder (barnet). Its names and ages are mostly stated ones. */
@Entity('child')
export class Child extends RegisteredChild {
  /** A national alert is out (rikslarm). */
  @Column('boolean', { default: false })
  nationalAlertActive!: boolean;

  @Column('boolean', { default: false })
  suspectedVictim!: boolean;

  /** Kept for the police alone (OSL 35:1, 18:1): no field of the graph reads it. */
  @Column('boolean', { default: false })
  suspectedOffender!: boolean;
}
