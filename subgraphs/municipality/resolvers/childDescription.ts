import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../shared/graph/scalars';
import { versionOptions } from '../../shared/writing/assertVersion';

@ObjectType({ description: 'How the child looks; nobody can be searched for by it (signalement).' })
export class ChildDescription {
  @Field(() => Int, { nullable: true, description: 'Height in centimetres (längd).' })
  heightCm?: number | null;

  @Field(() => String, { nullable: true, description: 'Build (kroppsbyggnad).' })
  build?: string | null;

  @Field(() => String, { nullable: true, description: 'Hair (hår).' })
  hair?: string | null;

  @Field(() => String, { nullable: true, description: 'Eyes (ögon).' })
  eyes?: string | null;

  @Field(() => String, { nullable: true, description: 'Distinguishing marks (särskilda kännetecken).' })
  marks?: string | null;

  @Field(() => String, { nullable: true, description: 'Clothing when last seen (klädsel).' })
  clothing?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the photo in the municipality’s own system (fotografi).',
  })
  photoUrl?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'When it was last brought up to date (uppdaterat).',
  })
  updatedOn?: string | null;

  @Field(() => Int, versionOptions)
  version?: number | null;
}
