import { Query, type PoolClient, type QueryResult, type Submittable } from 'pg';
import { statementName } from '../statementName';
import type { SubgraphDatabase } from '../subgraphDatabase';
import { withClient } from '../withClient';
import { arrayLiteral } from './arrayLiteral';
import { openRowsSetting } from './rowSecurity';

/** Under which role one statement runs, and what it may see. */
export interface ReadingAs {
  readonly role: string;
  /** Absent for readers of the whole register. */
  readonly open?: {
    /** As `table:child`. */
    readonly rows: readonly string[];
    /** Children of whom nothing is open if the register has marked them as protected. */
    readonly unlessProtected: readonly string[];
  };
  /**
   * Whether what the statement costs hangs on its parameters: it is then planned for them each time, and has a
   * connection to itself, since it may take long.
   */
  readonly plannedAnew?: boolean;
}

/**
 * Runs one statement as a reader, in one round trip and one transaction: the server takes the role and the open rows,
 * answers, and drops both at the transaction's end, which an error is as well. So a connection in the pool has
 * neither.
 */
export async function readAs<T>(
  database: SubgraphDatabase,
  as: ReadingAs,
  sql: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  const ask = (client: PoolClient): Promise<T[]> =>
    new Promise((resolve, reject) => {
      const done = (error: Error | null, result?: QueryResult): void =>
        error ? reject(error) : resolve(result?.rows as T[]);
      const statement = { text: sql, name: statementName(sql, as.role) };
      client.query(new ReadingQuery(toEntry(as), statement, parameters, done));
    });
  return as.plannedAnew ? withClient(database, ask) : database.reads.use(ask);
}

/** What is sent ahead of the statement; the server keeps it prepared under its name. */
interface Entry {
  readonly name: string;
  readonly text: string;
  readonly values: readonly string[];
}

function toEntry({ role, open, plannedAnew }: ReadingAs): Entry {
  if (plannedAnew) return { ...enterLongRead, values: [role] };
  if (!open) return { ...enterRegister, values: [role] };
  const rows = arrayLiteral(open.rows);
  const [first, ...others] = open.unlessProtected;
  if (first === undefined) return { ...enterRows, values: [role, rows] };
  // Most calls are about one child alone.
  if (others.length === 0 && open.rows.every((row) => row.endsWith(`:${first}`)))
    return { ...enterRowsOfOne, values: [role, rows, first] };
  return { ...enterRowsOfMany, values: [role, rows, arrayLiteral(open.unlessProtected)] };
}

const enterRegister = { name: 'enter_register', text: `SELECT set_config('role', $1, true)` };

/** The connections that reads share are set so for good. */
const enterLongRead = {
  name: 'enter_long_read',
  text: `SELECT set_config('role', $1, true), set_config('enable_seqscan', 'off', true)`,
};

/** Opens the rows that an expression leaves, an array's text. */
const opening = (left: string): string =>
  `SELECT set_config('${openRowsSetting}', ${left}, true), set_config('role', $1, true)`;

const enterRows = { name: 'enter_rows', text: opening('$2') };

/*
 * Run by the owner of the tables, who alone sees all protection marks. The rows of a child whom the mark closes are
 * left out, whatever was decided.
 */

/** All rows are one child's. */
const enterRowsOfOne = {
  name: 'enter_rows_of_one',
  text: opening(`CASE WHEN (SELECT c.protected_identity FROM child c WHERE c.id = $3) THEN '' ELSE $2 END`),
};

/** From subqueries the planner expects as much of any values: so it plans this once too. */
const enterRowsOfMany = {
  name: 'enter_rows_of_many',
  text: opening(`ARRAY(
      SELECT open FROM unnest($2::text[]) open WHERE substr(open, strpos(open, ':') + 1) <> ALL (ARRAY(
        SELECT c.id FROM child c WHERE c.id = ANY (ARRAY(SELECT unnest($3::text[]))) AND c.protected_identity)))::text`),
};

/** The part of pg's connection that writes messages. */
interface Wire {
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly string[] }): void;
  execute(message: object): void;
}

/** What pg asks of a query, beyond its published types; pg-cursor and pg-query-stream rest on the same. */
interface WireQuery extends Submittable {
  prepare(wire: Wire): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, wire: Wire): void;
}

type Done = (error: Error | null, result?: QueryResult) => void;

const ExtendedQuery = Query as unknown as new (
  config: object,
  values: readonly unknown[],
  done: Done,
) => WireQuery;

const prepared = new WeakMap<Wire, Set<string>>();

/**
 * A query of the extended protocol with another one ahead of it. Between them stands no Sync, so that the server takes
 * both for one transaction.
 */
class ReadingQuery extends ExtendedQuery {
  private entering = true;

  constructor(
    private readonly entry: Entry,
    statement: { readonly text: string; readonly name: string | undefined },
    parameters: readonly unknown[],
    done: Done,
  ) {
    super({ ...statement, queryMode: 'extended' }, parameters, done);
  }

  override prepare(wire: Wire): void {
    const { name, text, values } = this.entry;
    const names = prepared.get(wire) ?? new Set();
    // Those sent behind it find it prepared.
    if (!names.has(name)) wire.parse({ name, text });
    prepared.set(wire, names.add(name));
    wire.bind({ statement: name, values });
    wire.execute({});
    super.prepare(wire);
  }

  /** The row of the entry says nothing. */
  override handleDataRow(message: unknown): void {
    if (!this.entering) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (!this.entering) return super.handleCommandComplete(message, wire);
    this.entering = false;
  }
}
