import 'reflect-metadata'; // before the first decorator
import { Directive, Field, ObjectType } from 'type-graphql';

@Directive('@shareable')
@ObjectType({ description: 'Where a page of a list stands (sida).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow (fler finns).' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'For `after`, to go on from here; null on an empty page (fortsättning).',
  })
  endCursor!: string | null;
}
