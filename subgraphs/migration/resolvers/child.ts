import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '../../shared/graph/scalars';
import { SexEnum, type Sex } from '../../shared/graph/vocabulary';
import { AgeAssessment } from './ageAssessment';
import { Assignment } from './assignment';
import { AsylumCase } from './asylumCase';
import { BirthDateClaim } from './birthDateClaim';
import { NameClaim } from './nameClaim';
import { SpokenLanguage } from './spokenLanguage';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A child (barn), as each agency holds it.' })
export class Child {
  @Field(() => ID, { description: 'Opaque; says nothing about the child.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The Migration Agency’s number of the file (beteckningsnummer, dossiernummer).',
  })
  dossierNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number of the asylum seeker’s card (LMA-kortets nummer).',
  })
  lmaNumber?: string | null;

  @Field(() => [NameClaim], { nullable: true, description: 'Names, registered ones first (namn).' })
  names?: NameClaim[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The registered date of birth (registrerat födelsedatum).',
  })
  birthDate?: string | null;

  @Field(() => [BirthDateClaim], {
    nullable: true,
    description: 'What has been registered or said about the birth (uppgifter om födelsetid).',
  })
  birthDateClaims?: BirthDateClaim[] | null;

  @Field(() => AgeAssessment, {
    nullable: true,
    description: 'The agency’s decision on age in force (åldersbedömning).',
  })
  ageAssessment?: AgeAssessment | null;

  @Field(() => SexEnum, { nullable: true, description: 'Registered sex (kön).' })
  sex?: Sex | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-1 alpha-3; "XXX" stateless or unknown (medborgarskap).',
  })
  citizenship?: string | null;

  @Field(() => [SpokenLanguage], { nullable: true, description: 'Languages the child speaks (språk).' })
  languages?: SpokenLanguage[] | null;

  @Field(() => Assignment, { nullable: true, description: 'The assignment in force (gällande anvisning).' })
  assignment?: Assignment | null;

  @Field(() => [Assignment], { nullable: true, description: 'Every assignment, newest first (anvisningar).' })
  assignmentHistory?: Assignment[] | null;

  @Field(() => AsylumCase, { nullable: true, description: 'The asylum case opened last (asylärende).' })
  asylumCase?: AsylumCase | null;
}
