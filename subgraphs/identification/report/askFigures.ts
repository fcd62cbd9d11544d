import { setTimeout as wait } from 'node:timers/promises';
import type { StatisticsDimension } from '../../shared/statistics/dimensions';
import type { StatisticsSubject } from '../../shared/statistics/subjects';

/** One table as the hub's graph gives it to a county analyst. */
export interface FigureTable {
  readonly publishedAt: string;
  readonly definition: string;
  readonly cells: readonly FigureCell[];
}

export interface FigureCell {
  readonly categories: readonly string[];
  readonly labels: readonly string[];
  /** Null: hidden. */
  readonly count: number | null;
}

export interface FigureQuestion {
  readonly subject: StatisticsSubject;
  readonly year: number;
  readonly by: readonly StatisticsDimension[];
  /** Only these units; null: all of the country. */
  readonly where: { readonly dimension: StatisticsDimension; readonly category: string } | null;
}

export function inCounty(code: string, dimension: StatisticsDimension = 'COUNTY'): FigureQuestion['where'] {
  return { dimension, category: code };
}

export type AskFigures = (question: FigureQuestion) => Promise<FigureTable>;

export interface HubAccess {
  readonly hub: string;
  readonly token: string;
  /** How long a year that is being counted is waited for, in milliseconds. */
  readonly patienceMs: number;
  say(line: string): void;
}

/** Why there is no report, in words for whoever ordered it. */
export class ReportRefused extends Error {}

/** A year that was published before the table was thought of does not have it, and never will. */
class NotPublished extends ReportRefused {}

/** Null where the table was not published; any other error goes on. */
export function unlessNotPublished(error: unknown): null {
  if (error instanceof NotPublished) return null;
  throw error;
}

const query = `query ReportFigures($filter: StatisticsFilter!, $groupBy: [StatisticsDimension!]!) {
  statistics(filter: $filter, groupBy: $groupBy) { publishedAt definition cells { categories labels count } }
}`;

/**
 * Asks the hub for published figures and nothing else: what the agencies hide, the report never has.
 * @throws ReportRefused
 */
export function createAskFigures(access: HubAccess): AskFigures {
  const asked = new Map<string, Promise<FigureTable>>();
  const ask = createAsk(access);
  return (question) => {
    const key = JSON.stringify(question);
    const table = asked.get(key) ?? ask(question);
    asked.set(key, table);
    return table;
  };
}

function createAsk(access: HubAccess): AskFigures {
  return async ({ subject, year, where, by }) => {
    const variables = { filter: { subject, year, where }, groupBy: by };
    const until = Date.now() + access.patienceMs;
    for (let turn = 0; ; turn += 1) {
      const { data, errors: [error] = [] } = await post(access, JSON.stringify({ query, variables }));
      if (data?.statistics && !error) return data.statistics;
      const isCounting = error?.extensions?.code === 'AGENCY_UNAVAILABLE' && Date.now() < until;
      if (isNoTable(error)) throw new NotPublished(explain(error));
      if (!isCounting)
        throw new ReportRefused(error ? explain(error) : 'Navet gav inget svar. / The hub gave no answer.');
      if (turn === 0) access.say(`${subject} ${year}: ${explain(error)}`);
      await wait(1_000);
    }
  };
}

/**
 * The demo's own token.
 * @throws ReportRefused when the hub gives none
 */
export async function askDemoToken(hub: string): Promise<string> {
  const answer = await send(`${hub}/demo/token?role=COUNTY_ANALYST`, {});
  const { token } = (await answer.json().catch(() => ({}))) as { token?: string };
  if (answer.ok && token) return token;
  throw new ReportRefused(
    `${hub} ger ingen demotoken: ange en länsanalytikers med --token. / ` +
      `${hub} gives no demo token: give a county analyst's with --token.`,
  );
}

interface HubReply {
  readonly data?: { readonly statistics: FigureTable | null } | null;
  readonly errors?: readonly HubError[];
}

interface HubError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly messageSv?: string; readonly field?: string };
}

function isNoTable(error: HubError | undefined): error is HubError {
  return error?.extensions?.code === 'BAD_USER_INPUT' && error.extensions.field === 'groupBy';
}

function explain({ message, extensions }: HubError): string {
  return extensions?.messageSv ? `${extensions.messageSv} / ${message}` : message;
}

async function post({ hub, token }: HubAccess, body: string): Promise<HubReply> {
  const answer = await send(`${hub}/graphql`, {
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-purpose': 'STATISTICS',
    },
    body,
  });
  const text = await answer.text();
  try {
    return JSON.parse(text) as HubReply;
  } catch {
    throw unreachable(hub, `HTTP ${answer.status}`);
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { method: 'POST', ...init });
  } catch (error) {
    const { cause } = error as Error;
    throw unreachable(new URL(url).origin, cause instanceof Error ? cause.message : String(error));
  }
}

function unreachable(hub: string, why: string): ReportRefused {
  return new ReportRefused(
    `Navet svarar inte på ${hub} (${why}). Starta det med npm start, eller ange --hub. / ` +
      `The hub does not answer at ${hub} (${why}). Start it with npm start, or give --hub.`,
  );
}
