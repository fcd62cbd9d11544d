import {
  buildSchema,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql';
import { readSupergraph } from '../../../schema/files';
import { codeOf } from '../disclosure/disclosureHub';
import { createLifecycleHub, refusalOf, type LifecycleHub } from '../lifecycle/lifecycleHub';
import { races } from '../races/allRaces';
import { createRound, keysOf, prepare, roundChild, send, type Round } from '../races/race';

const tried = races.filter(
  ({ mutation, argument }, index) =>
    !argument && races.findIndex((each) => each.mutation === mutation) === index,
);
const forAll = ['submitConcern', 'openSocialCase', 'registerWebhook', 'appointGuardian'];
/**
 * What is somebody's own; the others take anybody's, or nobody's. A board is told that another has appointed: two
 * guardians would act for one child.
 */
const owned = races.filter(({ mutation, askers }, index) => {
  const [{ role }] = askers({ key: '' } as Round);
  const isOwn = ['SOCIAL_WORKER', 'GUARDIAN', 'GUARDIANSHIP_OFFICER', 'INTEGRATOR'].includes(role);
  const isFirst = races.findIndex((each) => each.mutation === mutation) === index;
  return isOwn && isFirst && !forAll.includes(mutation);
});
const keys = [
  ...tried.flatMap((race) => keysOf(`bad-${race.mutation}`, race)),
  ...owned.flatMap((race) => keysOf(`foreign-${race.mutation}`, race)),
];
const schema = buildSchema(readSupergraph(), { assumeValid: true, assumeValidSDL: true });

let hub: LifecycleHub;
beforeAll(async () => {
  const now = new Date();
  const children = keys.map((key) => roundChild(key, now));
  hub = await createLifecycleHub(new Date(), children);
}, 120_000);
afterAll(() => hub?.close());

/** What may lie ahead: until when something holds, or when people meet again. */
const ahead = /^(validTo|expiresAt|nextOn)$/;
const wrong: Readonly<Record<string, string>> = {
  String: 'x'.repeat(20_000),
  Date: '2999-01-01',
  DateTime: '2999-01-01T00:00:00.000Z',
};

test.each(tried.map((race) => [race.mutation, race] as const))(
  '%s says which part of its input is too long, or in the future, and changes nothing',
  async (mutation, race) => {
    const round = createRound(hub, `bad-${mutation}`);
    const input = await prepare(race, round);
    const [asker] = race.askers(round);
    const type = schema
      .getMutationType()!
      .getFields()
      [mutation]!.args.find(({ name }) => name === 'input')!.type;
    const refused: unknown[] = [];
    const expected: unknown[] = [];
    for (const { path, scalar } of leavesOf(type, input)) {
      const answer = await send(race, round, asker, withValue(input, path, wrong[scalar]!));
      refused.push([path.join('.'), ...refusalOf(answer)]);
      expected.push([path.join('.'), 'BAD_USER_INPUT', path.join('.')]);
    }
    expect(refused).toEqual(expected);
    expect(codeOf(await send(race, round, asker, input))).toBeUndefined();
  },
);

test.each(owned.map((race) => [race.mutation, race] as const))(
  '%s is not found by another municipality, system or guardian',
  async (mutation, race) => {
    const round = createRound(hub, `foreign-${mutation}`);
    const input = await prepare(race, round);
    const stranger = { ...race.askers(round)[0], sub: 'stranger' };
    const asker = stranger.municipality ? { ...stranger, municipality: '1480' } : stranger;
    expect(codeOf(await send(race, round, asker, input))).toBe('NOT_FOUND');
  },
);

interface Leaf {
  readonly path: (string | number)[];
  readonly scalar: string;
}

/** The texts, days and moments that an input may hold: of what it holds already, all the way down. */
function leavesOf(type: GraphQLInputType, value: unknown, path: (string | number)[] = []): Leaf[] {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const inner = isInputObjectType(getNamedType(bare)) ? [value].flat()[0] : undefined;
    return inner === undefined ? [] : leavesOf(bare.ofType, inner, [...path, 0]);
  }
  if (!isInputObjectType(bare)) {
    const { name } = getNamedType(bare);
    return name in wrong && !(name !== 'String' && ahead.test(String(path.at(-1))))
      ? [{ path, scalar: name }]
      : [];
  }
  if (value === undefined && path.length > 0) return [];
  return Object.values(bare.getFields()).flatMap((field) =>
    leavesOf(field.type, (value as Record<string, unknown> | undefined)?.[field.name], [...path, field.name]),
  );
}

function withValue(held: unknown, [first, ...rest]: (string | number)[], value: string): object {
  const inner = (held as Record<string, unknown> | undefined)?.[first!];
  const changed = rest.length === 0 ? value : withValue(inner, rest, value);
  if (Array.isArray(held)) return held.map((each, index) => (index === first ? changed : each) as unknown);
  return { ...(held as object), [first!]: changed };
}
