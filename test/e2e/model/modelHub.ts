import { AsyncLocalStorage } from 'node:async_hooks';
import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { loadWorld } from '../../../subgraphs/demo/loadWorld';
import { opaqueId } from '../../../subgraphs/demo/opaqueId';
import { addDaysToDate, addMonthsToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import { createTestHub, headersOf, type Asker, type HubAnswer } from '../../harness/hub';
import { createCaseModel, type CaseModel } from './caseModel';

/** A hub in which every history has a clock of its own, which stands still unless the history moves it. */
export interface ModelHub {
  ask(now: Date, asker: Asker, query: string, variables: Record<string, unknown>): Promise<HubAnswer>;
  /** A child that nothing has happened to yet, for a month in the charge of the municipality of arrival. */
  newChild(now: Date, guarded: boolean): Promise<CaseModel>;
  close(): Promise<void>;
}

/** The municipality of arrival, and another. */
export const municipalities = ['2580', '1480'] as const;
const [arrival] = municipalities;

/** How the test tells the hub what time it is; everything that serves the request reads it. */
const header = 'x-model-clock';

/** Loaded at a time: each load costs the same. */
const atATime = 25;

export async function createModelHub(): Promise<ModelHub> {
  const clock = new AsyncLocalStorage<Date>();
  const hub = await createTestHub({
    children: [],
    now: () => clock.getStore() ?? new Date(),
    // Whether a change stands is the rules' matter, not that of how busy the machine is.
    env: { SEARCH_BUDGET_FACTOR: '1000000', AGENCY_TIMEOUT_MS: '20000' },
    around: (serve) => (request, response) => {
      const moment = request.headers[header];
      if (typeof moment !== 'string') return serve(request, response);
      return clock.run(new Date(moment), () => serve(request, response));
    },
  });
  let made = 0;
  const waiting = new Map<string, CaseModel[]>();
  return {
    ask: async (now, asker, query, variables) => {
      const headers = await clock.run(now, () => headersOf(asker, hub.issuer));
      headers[header] = now.toISOString();
      const response = await hub.post(JSON.stringify({ query, variables }), headers);
      const text = await response.text();
      const { data, errors = [] } = JSON.parse(text) as Pick<HubAnswer, 'data' | 'errors'>;
      const log = hub.takeLog();
      if (text.includes('"INTERNAL"')) process.stderr.write(`${log}\n`);
      hub.takeCalls();
      hub.takeStatements();
      return { status: response.status, headers: response.headers, text, data, errors };
    },
    newChild: async (now, guarded) => {
      const like = `${now.getTime()} ${guarded}`;
      const ready = waiting.get(like)?.pop();
      if (ready) return ready;
      const models = Array.from({ length: atATime }, () => newModel((made += 1), now, guarded));
      await loadWorld(toUrls(hub.databases), models.map(toChild));
      waiting.set(like, [...(waiting.get(like) ?? []), ...models.slice(1)]);
      return models[0]!;
    },
    close: hub.close,
  };
}

function newModel(number: number, now: Date, guarded: boolean): CaseModel {
  const today = localDate(now);
  return createCaseModel(
    {
      child: opaqueId('model', number),
      dossierNumber: `88-${String(number).padStart(6, '0')}`,
      guardian: `guardian-${number}`,
      birthDate: addMonthsToDate(today, -15 * 12),
      arrival,
      now,
      appliedOn: addDaysToDate(today, -10),
    },
    addDaysToDate(today, -30),
    guarded,
  );
}

function toChild(model: CaseModel): DemoChild {
  const { child: id, dossierNumber, guardian, birthDate, appliedOn, cases, guardianships } = model;
  const [opened] = cases;
  const names = [{ given: 'Sami', family: 'Testsson', kind: 'REGISTERED' as const }];
  const identity = { names, births: [], sex: 'MALE' as const, phones: [], dossierNumber };
  const { openedOn } = opened!;
  return {
    key: guardian,
    id,
    migration: {
      id,
      dossierNumber,
      birthDate,
      names,
      arrivalMunicipality: arrival,
      asylumCases: [{ status: 'OPEN', decision: 'PENDING', openedOn: appliedOn }],
    },
    municipality: {
      id,
      identity,
      socialCases: [{ municipality: arrival, status: 'OPEN', openedOn, caseNumber: `M-${dossierNumber}` }],
    },
    police: null,
    guardianship: {
      id,
      names,
      dossierNumber,
      guardianships: guardianships.map(({ since }) => ({
        kind: 'GOD_MAN',
        boardMunicipality: arrival,
        guardianPrincipal: guardian,
        guardianName: 'Gode Man',
        appointedOn: since,
      })),
    },
  };
}

function toUrls(databases: Awaited<ReturnType<typeof createTestHub>>['databases']) {
  const { migration, municipality, police, guardianship } = databases;
  return {
    migration: migration.url,
    municipality: municipality.url,
    police: police.url,
    guardianship: guardianship.url,
  };
}
