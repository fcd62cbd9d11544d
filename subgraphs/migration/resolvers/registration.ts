import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../../shared/context';
import type { ChildRow } from '../../shared/loading/rowLoader';
import { assertOpenTo } from '../../shared/writing/assertOpenTo';
import { changeOnce } from '../../shared/writing/changeOnce';
import { keyOptions } from '../../shared/writing/keyOptions';
import { readAttempt } from '../../shared/writing/once';
import { addBirthDate, addName } from '../writing/addClaim';
import { lockOwnChild } from '../writing/lockOwnChild';
import { readChild } from '../writing/readChild';
import { readBirthDateClaim, readNameClaim } from '../writing/readClaims';
import { registerChild } from '../writing/registerChild';
import { Child } from './child';
import { RecordBirthDateInput, RecordNameInput, RegisterChildInput } from './inputs';

@Resolver()
export class RegistrationResolver {
  @Mutation(() => Child, {
    description:
      'Registers a child who applies for asylum, under a new opaque reference; the application is the caller’s case. ' +
      'Errors: BAD_USER_INPUT, CONFLICT for a file number that is taken (registrera barn).',
  })
  async registerChild(
    @Arg('input', () => RegisterChildInput) input: RegisterChildInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<ChildRow> {
    assertOpenTo(context, 'Mutation.registerChild');
    const id = await registerChild(context, readChild(input, context.now), readAttempt(key, input));
    return context.ownChild(id);
  }

  @Mutation(() => Child, {
    description:
      'Adds a name; none is overwritten, and a search finds the child by it at once. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera namn).',
  })
  async recordName(
    @Arg('input', () => RecordNameInput) input: RecordNameInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<ChildRow> {
    assertOpenTo(context, 'Mutation.recordName');
    const name = readNameClaim(input.name, 'name', context.now);
    const id = await changeOnce(context, 'recordName', readAttempt(key, input), async (change) => {
      const child = await lockOwnChild(change, context, input.child);
      await addName(change, child.id, name);
      return child.id;
    });
    return context.ownChild(id);
  }

  @Mutation(() => Child, {
    description:
      'Adds a claim about the birth; a registered day becomes the one in force, and the earlier one stays as a claim. ' +
      'Errors: NOT_FOUND, BAD_USER_INPUT, CONFLICT (registrera födelsetid).',
  })
  async recordBirthDate(
    @Arg('input', () => RecordBirthDateInput) input: RecordBirthDateInput,
    @Arg('idempotencyKey', () => ID, keyOptions) key: string | null,
    @Ctx() context: SubgraphContext,
  ): Promise<ChildRow> {
    assertOpenTo(context, 'Mutation.recordBirthDate');
    const claim = readBirthDateClaim(input.claim, 'claim', context.now);
    const id = await changeOnce(context, 'recordBirthDate', readAttempt(key, input), async (change) => {
      const child = await lockOwnChild(change, context, input.child);
      await addBirthDate(change, child, claim);
      return child.id;
    });
    return context.ownChild(id);
  }
}
