import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { projectFolder, readSupergraph } from '../../../../schema/files';
import { deadlineKinds } from '../../../../subgraphs/identification/deadlines';
import { planSources } from '../../../../subgraphs/identification/routines';
import executionJson from '../../../../subgraphs/identification/routines/execution.json';
import { planOf } from '../../../../subgraphs/identification/routines/plan';
import { RuleEnum } from '../../../../subgraphs/identification/vocabulary';

const executed: Readonly<Record<string, readonly string[]>> = executionJson.executed;
const advice: Readonly<Record<string, readonly string[]>> = executionJson.advice;
const steps = planSources.flatMap((source) => planOf(source).routines.flatMap((routine) => routine.steps));
const kinds: readonly string[] = deadlineKinds;

test('every step of every plan is executed, or advice only, and not both', () => {
  const said = [...Object.keys(executed), ...Object.values(advice).flat()];
  expect(said.sort()).toEqual(steps.map(({ id }) => id).sort());
});

test('what executes a step is there: a field of the graph, a rule of responsibility or a deadline', () => {
  const fields = new Set(
    parse(readSupergraph()).definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
        ? (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`)
        : [],
    ),
  );
  const isThere = (name: string): boolean => fields.has(name) || name in RuleEnum || kinds.includes(name);
  for (const [step, names] of Object.entries(executed)) {
    expect([step, names.length > 0]).toEqual([step, true]);
    expect([step, names.filter((name) => !isThere(name))]).toEqual([step, []]);
  }
});

test('a step for which a plan states hours is a deadline', () => {
  const hourly = steps.filter(({ deadlineHours }) => deadlineHours !== undefined);
  expect(hourly.length).toBeGreaterThan(0);
  for (const { id } of hourly)
    expect([id, executed[id]?.some((name) => kinds.includes(name))]).toEqual([id, true]);
});

test('every deadline that the plans, and not the law alone, ask for carries out one of their steps', () => {
  const carried = new Set(Object.values(executed).flat());
  const byLawAlone = ['CONCERN_REPLY_1W', 'TRANSFER_ANSWER_1M'];
  expect(kinds.filter((kind) => !carried.has(kind))).toEqual(byLawAlone);
});

test('the readme lists the advice, step by step, with its reason, and the numbers as they are', () => {
  const readme = readFileSync(join(projectFolder(), 'subgraphs/identification/routines/README.md'), 'utf8');
  for (const [reason, ids] of Object.entries(advice)) {
    const [, listed = ''] = readme.split(`**${reason}.** `);
    const [text, list = ''] = listed.split('\n\n');
    expect([reason, text!.length > 20]).toEqual([reason, true]);
    expect([...list.matchAll(/`(\w+)`/g)].map(([, id]) => id)).toEqual(ids);
  }
  const numbers = [steps.length, Object.keys(executed).length, Object.values(advice).flat().length];
  expect(readme).toContain(`the ${numbers[0]} steps`);
  expect(readme).toContain(`**executed** (${numbers[1]} steps)`);
  expect(readme).toContain(`**advice** (${numbers[2]} steps)`);
});
