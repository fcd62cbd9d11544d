import { Field, ID, InputType, Int } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { DateScalar, MunicipalityCodeScalar } from '../../shared/graph/scalars';
import { AgencyEnum, SexEnum, type Sex } from '../../shared/graph/vocabulary';
import { ClaimKindEnum, NameKindEnum, type ClaimKind, type NameKind } from '../vocabulary';

@InputType({ description: 'One way the child is named, in any script (namnuppgift).' })
export class NameClaimInput {
  @Field(() => String, { nullable: true, description: 'Given names (förnamn).' })
  given?: string | null;

  @Field(() => String, { nullable: true, description: 'Family names (efternamn).' })
  family?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The whole name, when nobody can say which part is which (hela namnet).',
  })
  full?: string | null;

  @Field(() => NameKindEnum, { description: 'Registered, stated or an alias (namnets ursprung).' })
  kind!: NameKind;

  @Field(() => AgencyEnum, { nullable: true, description: 'Who said so (uppgiftslämnare).' })
  statedBy?: Agency | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was said (uppgiftens datum).' })
  statedOn?: string | null;
}

@InputType({ description: 'A claim about the birth: a day, a year or an age (uppgift om födelsetid).' })
export class BirthDateClaimInput {
  @Field(() => DateScalar, { nullable: true, description: 'The day (födelsedatum).' })
  date?: string | null;

  @Field(() => Int, { nullable: true, description: 'The year, when the day is not known (födelseår).' })
  year?: number | null;

  @Field(() => Int, { nullable: true, description: 'The age in years said on `statedOn` (uppgiven ålder).' })
  statedAge?: number | null;

  @Field(() => ClaimKindEnum, {
    description: 'REGISTERED takes a day, which becomes the registered one (uppgiftens ursprung).',
  })
  kind!: ClaimKind;

  @Field(() => AgencyEnum, { nullable: true, description: 'Who said so (uppgiftslämnare).' })
  statedBy?: Agency | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it was said. Default: today (uppgiftens datum).',
  })
  statedOn?: string | null;
}

@InputType({ description: 'A language the child speaks (språk).' })
export class SpokenLanguageInput {
  @Field(() => String, { description: 'ISO 639, two letters or three, e.g. "ti", "prs" (språkkod).' })
  code!: string;

  @Field(() => Boolean, { defaultValue: true, description: 'An interpreter is needed (tolkbehov).' })
  interpreterNeeded!: boolean;
}

@InputType({ description: 'What the first interview gave (registrering).' })
export class RegisterChildInput {
  @Field(() => [NameClaimInput], { description: 'At least one (namn).' })
  names!: NameClaimInput[];

  @Field(() => DateScalar, { nullable: true, description: 'The date of birth to register (födelsedatum).' })
  birthDate?: string | null;

  @Field(() => [BirthDateClaimInput], {
    nullable: true,
    description: 'What else was said about the birth (uppgifter om födelsetid).',
  })
  birthDateClaims?: BirthDateClaimInput[] | null;

  @Field(() => SexEnum, { defaultValue: 'UNKNOWN', description: 'Sex (kön).' })
  sex!: Sex;

  @Field(() => String, {
    defaultValue: 'XXX',
    description: 'ISO 3166-1 alpha-3; "XXX" stateless or unknown (medborgarskap).',
  })
  citizenship!: string;

  @Field(() => [SpokenLanguageInput], { nullable: true, description: 'Languages (språk).' })
  languages?: SpokenLanguageInput[] | null;

  @Field(() => String, { nullable: true, description: 'The number of the file (beteckningsnummer).' })
  dossierNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the card (LMA-kortets nummer).' })
  lmaNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For comparison; shown to nobody (personnummer, samordningsnummer).',
  })
  personalNumber?: string | null;

  @Field(() => [String], { nullable: true, description: 'The child’s own telephones (telefon).' })
  phones?: string[] | null;

  @Field(() => MunicipalityCodeScalar, { description: 'Where the child came (ankomstkommun).' })
  arrivalMunicipality!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the application for asylum. Default: today (ansökningsdatum).',
  })
  appliedOn?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Then only the registering officer works with the child (skyddade personuppgifter).',
  })
  protectedIdentity!: boolean;
}

@InputType({ description: 'A name that has come to light (namnuppgift).' })
export class RecordNameInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => NameClaimInput, { description: 'The name (namn).' })
  name!: NameClaimInput;
}

@InputType({ description: 'A claim about the birth that has come to light (uppgift om födelsetid).' })
export class RecordBirthDateInput {
  @Field(() => ID, { description: 'The child’s opaque reference (barn).' })
  child!: string;

  @Field(() => BirthDateClaimInput, { description: 'The claim (uppgift).' })
  claim!: BirthDateClaimInput;
}
