import { Field, InputType } from 'type-graphql';
import { DateScalar } from './scalars';
import { SexEnum, type Sex } from './vocabulary';

@InputType({ description: 'A name, in parts or whole, in any script (namn).' })
export class NameInput {
  @Field(() => String, { nullable: true, description: 'Given names (förnamn).' })
  given?: string | null;

  @Field(() => String, { nullable: true, description: 'Family names (efternamn).' })
  family?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The whole name, when nobody can say which part is which (hela namnet).',
  })
  full?: string | null;
}

@InputType({
  description:
    'Who the child is by the agency’s own register, kept for comparison alone (identitetsuppgifter).',
})
export class HeldIdentityInput {
  @Field(() => [NameInput], { description: 'At least one (namn).' })
  names!: NameInput[];

  @Field(() => DateScalar, { nullable: true, description: 'The date of birth (födelsedatum).' })
  birthDate?: string | null;

  @Field(() => SexEnum, { defaultValue: 'UNKNOWN', description: 'Sex (kön).' })
  sex!: Sex;

  @Field(() => [String], { nullable: true, description: 'The child’s own telephones (telefon).' })
  phones?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The Migration Agency’s number of the file (beteckningsnummer).',
  })
  dossierNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Personal or coordination number (personnummer, samordningsnummer).',
  })
  personalNumber?: string | null;
}
