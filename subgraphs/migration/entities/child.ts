import { Check, Column, Entity, Unique } from 'typeorm';
import { RegisteredChild } from '../../shared/database/registeredChild';
import type { Sex } from '../../shared/graph/vocabulary';

/** A child known to Migrationsverket. Who never applied for asylum is not here. */
@Entity({ name: 'child' })
@Unique('child_dossier_number', ['dossierNumber'])
@Check('child_sex', "sex IN ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')")
@Check('child_citizenship', "citizenship ~ '^[A-Z]{3}$'")
@Check('child_arrival_municipality', "arrival_municipality ~ '^[0-9]{4}$'")
export class Child extends RegisteredChild {
  /** Beteckningsnummer. */
  @Column('text', { nullable: true })
  dossierNumber!: string | null;

  @Column('text', { nullable: true })
  lmaNumber!: string | null;

  /** For comparison only; no field of the graph shows it. */
  @Column('text', { nullable: true })
  personalNumber!: string | null;

  @Column('date', { nullable: true })
  birthDate!: string | null;

  @Column('text', { default: 'UNKNOWN' })
  sex!: Sex;

  /** ISO 3166-1 alpha-3; never a search key (UtlDL 17 §). */
  @Column('text', { default: 'XXX' })
  citizenship!: string;

  @Column('text', { nullable: true })
  arrivalMunicipality!: string | null;

  @Column('text', { array: true, default: '{}' })
  phones!: string[];
}
