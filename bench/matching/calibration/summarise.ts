import { decide, withoutAbsconding } from '../../../subgraphs/shared/matching';
import { formatTable } from '../../report/formatTable';
import { isRefused, type AskedQuestion } from './askWorld';
import { exactInterval } from './interval';

/** What became of one question. */
export interface Outcome {
  readonly grade: 'CERTAIN' | 'PROBABLE' | null;
  readonly right: boolean;
  readonly registered: boolean;
  readonly language: string;
  readonly kind: string;
}

/**
 * Decides as the hub does; over its limit an agency refuses, and the question has no answer.
 *
 * @param away whether the asker may know of abscondings
 */
export function toOutcome(asked: AskedQuestion, population: number, away: boolean): Outcome {
  const { registered, language, kind, child } = asked.question;
  const candidates = away ? asked.candidates : withoutAbsconding(asked.candidates);
  const decision = isRefused(asked) ? null : decide(candidates, { population });
  const match = decision?.outcome === 'UNIQUE_MATCH' ? decision : null;
  return { grade: match?.grade ?? null, right: match?.child === child, registered, language, kind };
}

/**
 * Wrong answers by grade, by language and by what was asked with, with their exact 95 percent intervals.
 *
 * @param outcomes for askers who may not know of abscondings
 * @param knowing the same questions by askers who may
 */
export function toTables(outcomes: readonly Outcome[], knowing: readonly Outcome[]): string {
  const rows = [
    ...byGrade('', outcomes),
    ...byGrade(', abscondings known', knowing),
    ...groups(outcomes, 'language').map(([name, group]) => toRow(`language ${name}`, group, answered)),
    ...groups(outcomes, 'kind').map(([name, group]) => toRow(name, group, answered)),
  ];
  return formatTable(['', 'asked', 'answered', 'wrong', 'wrong in 1,000 (95 %)', 'registered found'], rows);
}

const answered = (outcome: Outcome): boolean => outcome.grade !== null;

function byGrade(besides: string, outcomes: readonly Outcome[]): string[][] {
  const grades = (['CERTAIN', 'PROBABLE'] as const).map((grade) =>
    toRow(`${grade}${besides}`, outcomes, (outcome) => outcome.grade === grade),
  );
  return [...grades, toRow(`either${besides}`, outcomes, answered)];
}

function toRow(name: string, asked: readonly Outcome[], isAnswer: (outcome: Outcome) => boolean): string[] {
  const answers = asked.filter(isAnswer);
  const wrong = answers.filter(({ right }) => !right).length;
  const { low, high } = exactInterval(wrong, answers.length);
  const perMille = (share: number): string => (share * 1_000).toFixed(2);
  const registered = asked.filter((outcome) => outcome.registered);
  const found = registered.filter((outcome) => isAnswer(outcome) && outcome.right).length;
  return [
    name,
    String(asked.length),
    String(answers.length),
    String(wrong),
    answers.length === 0
      ? '–'
      : `${perMille(wrong / answers.length)} (${perMille(low)} to ${perMille(high)})`,
    registered.length === 0 ? '–' : (found / registered.length).toFixed(2),
  ];
}

function groups(outcomes: readonly Outcome[], by: 'language' | 'kind'): [string, Outcome[]][] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const group = groups.get(outcome[by]);
    if (group) group.push(outcome);
    else groups.set(outcome[by], [outcome]);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}
