import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Who acts for the child today (god man, företrädare, särskilt förordnad vårdnadshavare).',
})
export class Guardian {
  @Field(() => String, { description: 'Name (namn).' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Telephone (telefon).' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail (e-post).' })
  email!: string | null;
}
