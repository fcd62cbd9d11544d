import 'reflect-metadata'; // before the first decorator
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { hubError } from '../../../schema/protocol/hubError';
import type { AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../context';
import type { DutyChanges as Changes, DutyReading } from './dutyReading';

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'In whose cases something has happened.' })
export class DutyChanges {
  @Field(() => [ID])
  children!: string[];

  @Field(() => String, { description: 'Where to go on from.' })
  position!: string;
}

/**
 * The root fields of an agency that answer the hub's duty clock and nobody else: `<name>DutyHidden`,
 * `<name>DutyChildren`, `<name>DutyChanges`. The facts themselves are those of `Child`.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql names resolver classes so
export function createDutyResolver(name: AgencySubgraph): Function {
  @Resolver()
  class DutyResolver {
    @Directive('@inaccessible')
    @Query(() => [ID], {
      name: `${name}DutyHidden`,
      description: 'For the duty clock: whom it must leave out.',
    })
    hidden(
      @Arg('children', () => [ID]) children: string[],
      @Ctx() context: SubgraphContext,
    ): Promise<string[]> {
      return dutyOf(context).hidden(children);
    }

    @Directive('@inaccessible')
    @Query(() => [ID], {
      name: `${name}DutyChildren`,
      description: 'For the duty clock: about whom something may be due.',
    })
    running(
      @Arg('after', () => ID) after: string,
      @Arg('first', () => Int) first: number,
      @Ctx() context: SubgraphContext,
    ): Promise<string[]> {
      return dutyOf(context).running(after, first);
    }

    @Directive('@inaccessible')
    @Query(() => DutyChanges, {
      name: `${name}DutyChanges`,
      description: 'For the duty clock: in whose cases something has happened since.',
    })
    changes(
      @Arg('after', () => String, { nullable: true }) after: string | null,
      @Arg('first', () => Int) first: number,
      @Ctx() context: SubgraphContext,
    ): Promise<Changes> {
      return dutyOf(context).changes(after, first);
    }
  }
  return DutyResolver;
}

/** @throws FORBIDDEN for a call on somebody's behalf */
function dutyOf({ duty }: SubgraphContext): DutyReading {
  if (duty) return duty;
  throw hubError('FORBIDDEN', {
    sv: 'Detta besvaras bara åt navets egen fristklocka.',
    en: 'This is answered to the hub’s own duty clock alone.',
  });
}
