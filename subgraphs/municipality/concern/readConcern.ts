import { badInput } from '../../shared/writing/badInput';
import { readList } from '../../shared/writing/readList';
import { readName, type GivenName } from '../../shared/writing/readName';
import { readOptionalText } from '../../shared/writing/readOptionalText';
import { readText } from '../../shared/writing/readText';

/** What the reporter knows of the child: for people to read, compared with nothing. */
export interface ConcernAbout {
  readonly names: readonly { given?: string; family?: string; full?: string }[];
  readonly age: number | null;
  readonly description: string | null;
  readonly whereabouts: string | null;
}

/** A report as the reporter gives it. */
export interface GivenConcern {
  readonly municipality: string;
  readonly child?: string | null;
  readonly names?: readonly GivenName[] | null;
  readonly age?: number | null;
  readonly description?: string | null;
  readonly whereabouts?: string | null;
  readonly text: string;
  readonly urgent: boolean;
  readonly contact?: string | null;
}

export interface ReadConcern {
  readonly municipality: string;
  readonly child: string | null;
  readonly about: ConcernAbout;
  readonly text: string;
  readonly urgent: boolean;
  readonly contact: string | null;
}

const oldest = 25;

/** Reads a report; nothing but the worry itself is demanded, for a report may be about a child nobody knows. */
export function readConcern(given: GivenConcern): ReadConcern {
  const { municipality, urgent, age = null } = given;
  if (age !== null && (age < 0 || age > oldest)) {
    throw badInput('age', {
      sv: `age ska ligga mellan 0 och ${oldest}; det är ${age}.`,
      en: `age must lie between 0 and ${oldest}; it is ${age}.`,
    });
  }
  return {
    municipality,
    urgent,
    child: readOptionalText(given.child, 'child', { most: 100 }),
    text: readText(given.text, 'text', { least: 10, most: 10_000 }),
    contact: readOptionalText(given.contact, 'contact', { most: 200 }),
    about: {
      names: readList(given.names, 'names', { most: 5 }).map((name, index) =>
        readName(name, `names.${index}`),
      ),
      age,
      description: readOptionalText(given.description, 'description'),
      whereabouts: readOptionalText(given.whereabouts, 'whereabouts'),
    },
  };
}
