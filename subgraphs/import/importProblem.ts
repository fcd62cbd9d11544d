import type { Text } from '../../schema/protocol/text';

/** What can be wrong with a file, and what whoever made it does about it. */
const importAdvice = {
  EMPTY_FILE: {
    sv: 'Filen har inga poster. Kontrollera uttaget; en tom fil läses aldrig in.',
    en: 'The file has no records. Check the export; an empty file is never imported.',
  },
  NO_HEADER: {
    sv: 'Första raden i en CSV-fil ska namnge kolumnerna: vägar in i posten, t.ex. identity.names.0.given. Åtskilj med komma eller semikolon.',
    en: 'The first line of a CSV file names the columns: paths into the record, e.g. identity.names.0.given. Separate by comma or semicolon.',
  },
  UNKNOWN_COLUMN: {
    sv: 'Ta bort kolumnen, eller rätta namnet efter formatet i schema/import/.',
    en: 'Leave the column out, or correct its name by the format in schema/import/.',
  },
  NOT_UTF8: {
    sv: 'Spara filen som UTF-8 (inte Windows-1252, Latin-1 eller UTF-16).',
    en: 'Save the file as UTF-8 (not Windows-1252, Latin-1 or UTF-16).',
  },
  TRUNCATED: {
    sv: 'Filen slutar mitt i en post: överföringen blev avbruten. Hämta den på nytt.',
    en: 'The file ends within a record: the transfer was cut short. Fetch it again.',
  },
  TOO_LONG: {
    sv: 'En post är ett barn och högst en miljon tecken. Kontrollera radbrytningarna.',
    en: 'A record is a child and a million characters at most. Check the line breaks.',
  },
  NOT_READABLE: {
    sv: 'Skriv varje post på en egen rad, som JSON eller som CSV med lika många celler som rubriken.',
    en: 'Write each record on a line of its own, as JSON, or as CSV with as many cells as the header.',
  },
  BAD_VALUE: {
    sv: 'Rätta posten efter formatet i schema/import/.',
    en: 'Correct the record by the format in schema/import/.',
  },
  TWICE_IN_FILE: {
    sv: 'Ett barn är en post: slå ihop dem.',
    en: 'A child is one record: put them together.',
  },
  IN_REGISTER: {
    sv: 'Kör med --update för att föra ihop posten med det som registret har.',
    en: 'Run with --update to bring the record together with what the register has.',
  },
  CHANGED: {
    sv: 'Kör med --update för att föra in ändringarna.',
    en: 'Run with --update to bring the changes in.',
  },
  OLDER: {
    sv: 'Registret har en senare version av posten (updatedAt). Läs in det senaste uttaget.',
    en: 'The register has a later version of the record (updatedAt). Import the latest export.',
  },
  CONFLICT: {
    sv: 'Både navet och filen har ändrat det sedan förra inläsningen. Rätta det verksamhetssystem som har fel, eller välj --on-conflict hub eller file.',
    en: 'Both the hub and the file have changed it since the last import. Correct the system that is wrong, or choose --on-conflict hub or file.',
  },
  REFUSED_BY_REGISTER: {
    sv: 'Registret godtar inte posten: rätta det som meddelandet nämner.',
    en: 'The register does not take the record: correct what the message names.',
  },
} as const satisfies Readonly<Record<string, Text>>;

type ImportProblemCode = keyof typeof importAdvice;

/** What is wrong with one line of a file. */
export interface ImportProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly code: ImportProblemCode;
  /** Where in the record, as `names.0.kind`, or in the register, as `table.column`; empty: the whole. */
  readonly path: string;
  readonly reason: string;
}

/** Most problems that are told at once; the others are counted. */
export const mostProblems = 100;

/** The problems of a file: the first ones, and how many there are. */
export class ImportProblems {
  readonly told: ImportProblem[] = [];
  total = 0;

  add(problem: ImportProblem): void {
    this.total += 1;
    if (this.told.length < mostProblems) this.told.push(problem);
  }
}

/** A file that was refused whole. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
  readonly problems: readonly ImportProblem[];

  constructor({ told, total }: Pick<ImportProblems, 'told' | 'total'>) {
    const problems = told.toSorted((a, b) => a.line - b.line);
    const lines = problems.map(
      ({ line, code, path, reason }) =>
        `rad/line ${line}${path === '' ? '' : ` ${path}`} [${code}]: ${reason}`,
    );
    const more = total > told.length ? [`… ${total} fel / problems`] : [];
    const advice = [...new Set(problems.map(({ code }) => code))].map(
      (code) => `${code}: ${importAdvice[code].sv} / ${importAdvice[code].en}`,
    );
    super([...lines, ...more, ...advice, 'Ingenting har skrivits. / Nothing was written.'].join('\n'));
    this.problems = problems;
  }
}
