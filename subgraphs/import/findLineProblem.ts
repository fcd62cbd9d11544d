import type { ImportProblem } from './importProblem';
import type { TextLine } from './readLines';

/** What is wrong with a line before anybody has read what it says. */
export function findLineProblem({ line, problem }: TextLine): ImportProblem | null {
  if (problem === null) return null;
  const reason =
    problem === 'NOT_UTF8' ? 'inte UTF-8 / not UTF-8' : 'över en miljon byte / more than a million bytes';
  return { line, code: problem, path: '', reason };
}
