import type { Grounds } from '../grounds';

/** F³: whoever reported a concern learns whether an investigation was opened, and nothing more (OSL 26:9 a, SoL 19:6). */
export function isReporter(facts: Pick<Grounds, 'reporter'>): boolean {
  return facts.reporter;
}
