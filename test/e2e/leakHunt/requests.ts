import { headersOf, type Asker, type TestHub } from '../../harness/hub';
import { wholeAnswer } from './wholeAnswer';

/** How an operation is sent: as one should, in the other ways that the hub answers, or as it must not be answered. */
export const answeredWays = ['POST', 'GET', 'EVENT_STREAM', 'RESPONSE_JSON'] as const;
export const refusedWays = [
  'CUT',
  'UNKNOWN_FIELD',
  'WRONG_VARIABLES',
  'BATCH',
  'NO_TOKEN',
  'FORGED_TOKEN',
  'NO_PURPOSE',
  'REFUSED_PURPOSE',
  'NO_CASE',
  'TOO_DEEP',
] as const;
export type RequestWay = (typeof answeredWays)[number] | (typeof refusedWays)[number];

/** Sends an operation and gives all that came back, status and headers included. */
export async function sendAs(
  way: RequestWay,
  hub: TestHub,
  asker: Asker,
  query: string,
  variables: Record<string, unknown>,
): Promise<string> {
  const headers: Record<string, string> = {
    ...(await headersOf(asker, hub.issuer)),
    'content-type': 'application/json',
  };
  const post = (body: unknown, other: Record<string, string> = {}): Promise<string> =>
    receive(`${hub.address}/graphql`, {
      method: 'POST',
      headers: withoutEmpty({ ...headers, ...other }),
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  switch (way) {
    case 'POST':
      return post({ query, variables });
    case 'GET': {
      const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
      const { 'content-type': _type, ...rest } = headers;
      return receive(`${hub.address}/graphql?${search}`, {
        headers: { ...rest, accept: 'application/graphql-response+json' },
      });
    }
    case 'EVENT_STREAM':
      return post({ query, variables }, { accept: 'text/event-stream' });
    case 'RESPONSE_JSON':
      return post({ query, variables }, { accept: 'application/graphql-response+json' });
    case 'CUT':
      return post({ query: query.slice(0, (query.length * 2) / 3), variables });
    case 'UNKNOWN_FIELD':
      return post({ query: query.replace(/\}\s*$/, 'gatuadress }'), variables });
    case 'WRONG_VARIABLES':
      return post({ query, variables: { id: [[]], dossier: {}, yes: 'maybe' } });
    case 'BATCH':
      return post([{ query, variables }]);
    case 'NO_TOKEN':
      return post({ query, variables }, { authorization: '' });
    case 'FORGED_TOKEN':
      return post(
        { query, variables },
        { authorization: `${headers['authorization']!.slice(0, -12)}AAAAAAAAAAAA` },
      );
    case 'NO_PURPOSE':
      return post({ query, variables }, { 'x-purpose': '' });
    case 'REFUSED_PURPOSE':
      return post({ query, variables }, { 'x-purpose': 'REMOVAL_ENFORCEMENT' });
    case 'NO_CASE':
      return post({ query, variables }, { 'x-case-reference': '' });
    case 'TOO_DEEP':
      return post({ query: `${query} ${'{ a '.repeat(40)}${'}'.repeat(40)}`, variables });
  }
}

/** What the hub tells of no child: asked beside the hunt, whoever one is. */
const ofNoChild = [
  '{ accessLog(child: $id) { edges { node { at agency role purpose fields principal caseReference } } } }',
  '{ me { role allowedFields(purpose: CASE_WORK) } }',
  '{ logReviews { edges { node { principal children fields comment } } } }',
  '{ breakGlasses { edges { node { child reason rows comment } } } }',
  '{ fishingAlarms { edges { node { __typename } } } }',
  '{ childLinks(child: $id) { reason evidence { __typename } children } }',
  '{ concerns { text names { given family } description whereabouts contact } }',
  '{ assignmentProposal(child: $id) { ground share municipality { name } } }',
  '{ webhooks { url problem deadLetters { event problem } } }',
  '{ dutyContacts(municipality: "1280") { name phones { display } } }',
  ...['ABSCONDINGS', 'CHILDREN_AWAY', 'FOUND_EVENTS'].map(
    (subject) =>
      `{ statistics(filter: { subject: ${subject}, year: 2025 }, groupBy: [SEX]) { cells { labels count } csv jsonStat } }`,
  ),
];

const addresses = [
  '/',
  '/health',
  '/ready',
  '/webhook-key',
  '/graphql',
  '/graphql/stream',
  '/schema',
  '/schema?purpose=PROTECTION',
  '/schema?purpose=CASE_WORK&role=SOCIAL_WORKER',
  '/metrics',
  '/child/$id',
];

/** As many as there are further ways to ask. */
export const elsewhereCount = ofNoChild.length + addresses.length;

/** Asks something else of the hub about the child: one of the ways by number. */
export async function askElsewhere(which: number, hub: TestHub, asker: Asker, id: string): Promise<string> {
  const query = ofNoChild[which];
  if (query !== undefined) {
    const text = `query Hunt${query.includes('$id') ? '($id: ID!)' : ''} ${query}`;
    return wholeAnswer(await hub.ask(asker, text, { id }));
  }
  const address = addresses[which - ofNoChild.length]!.replace('$id', id);
  if (address === '/metrics') return (await hub.metrics.text()).body;
  return receive(`${hub.address}${address}`, { headers: await headersOf(asker, hub.issuer) });
}

async function receive(address: string, init: RequestInit): Promise<string> {
  const response = await fetch(address, init);
  const { status, headers } = response;
  return wholeAnswer({ status, headers, text: await response.text() });
}

function withoutEmpty(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
}
