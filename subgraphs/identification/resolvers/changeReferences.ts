import { Arg, Ctx, Directive, ID, Query, Resolver } from 'type-graphql';
import { referencesKind } from '../../../schema/protocol/references';
import type { SubgraphContext } from '../../shared/context';
import { stateReferences } from '../links/stateReferences';

@Resolver()
export class ChangeReferencesResolver {
  @Directive('@inaccessible')
  @Query(() => Boolean, {
    description: 'For the gateway: which references are one child, for the agency whose register is changed.',
  })
  async changeReferences(
    @Arg('children', () => [ID]) children: string[],
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    context.extensions[referencesKind] = await stateReferences(context, children);
    return true;
  }
}
