import type { Asker, HubAnswer, TestHub } from '../../harness/hub';
import { resolveBirthDate } from '../../../subgraphs/demo/relativeDate';

const mainQuery = `query FoundChild($criteria: IdentityCriteria!, $foundIn: MunicipalityCode!, $at: DateTime) {
  identify(criteria: $criteria, foundIn: $foundIn) {
    outcome grade
    evidence { identifier agreement heldBy weight }
    guidance { text contacts { kind name municipality { code } phones { display shortCode } openNow } steps { id text } }
    child {
      id
      absconding { absconded abscondedOn status arrivalStage }
      responsibility(foundIn: $foundIn, at: $at) {
        rule authority municipality { code } interim { code } explanation basis { code title }
        contacts { kind name phones { display } openNow } steps { id }
      }
      deadlines { kind state dueAt owner }
    }
  }
}`;

export interface StoryQuestion {
  readonly asker: Asker;
  readonly criteria: Readonly<Record<string, unknown>>;
  readonly foundIn: string;
  /** An instant; default: now. */
  readonly at?: string;
}

/** Asks the main query; a relative birth date (`-16y2mo`) is that day in Stockholm, as of `now`. */
export function askStory(
  hub: TestHub,
  { asker, criteria, foundIn, at }: StoryQuestion,
  now: Date,
): Promise<HubAnswer> {
  const { birthDate } = criteria;
  const born = typeof birthDate === 'string' ? { birthDate: resolveBirthDate(birthDate, now) } : {};
  return hub.ask(asker, mainQuery, { criteria: { ...criteria, ...born }, foundIn, at });
}
