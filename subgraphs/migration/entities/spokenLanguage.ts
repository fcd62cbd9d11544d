import { Check, Column, Entity, Index } from 'typeorm';
import { ChildPart } from './childPart';

/** A language the child speaks, ISO 639. */
@Entity({ name: 'spoken_language' })
@Index('spoken_language_child', ['childId'])
@Check('spoken_language_code', "code ~ '^[a-z]{2,3}$'")
export class SpokenLanguage extends ChildPart {
  @Column('text')
  code!: string;

  @Column('boolean', { default: true })
  interpreterNeeded!: boolean;
}
