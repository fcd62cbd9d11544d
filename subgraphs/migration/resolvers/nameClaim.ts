import { Field, ObjectType } from 'type-graphql';
import type { Agency } from '../../../schema/protocol/vocabulary';
import { DateScalar } from '../../shared/graph/scalars';
import { AgencyEnum } from '../../shared/graph/vocabulary';
import { NameKindEnum, type NameKind } from '../vocabulary';

@ObjectType({ description: 'One way the child has been named, in any script (namnuppgift).' })
export class NameClaim {
  @Field(() => String, { nullable: true, description: 'Given names (förnamn).' })
  given!: string | null;

  @Field(() => String, { nullable: true, description: 'Family name (efternamn).' })
  family!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The whole name, when its parts are not known (hela namnet).',
  })
  full!: string | null;

  @Field(() => NameKindEnum, { description: 'Registered, stated or alias (namnets ursprung).' })
  kind!: NameKind;

  @Field(() => AgencyEnum, { nullable: true, description: 'Who said so (uppgiftslämnare).' })
  statedBy!: Agency | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was said (uppgiftens datum).' })
  statedOn!: string | null;
}
