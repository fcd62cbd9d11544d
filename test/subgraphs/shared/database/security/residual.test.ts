import { acceptedPurposes, concernsPerson } from '../../../../../schema/access/acceptedPurposes';
import { rows } from '../../../../../schema/access/rows';
import { rowOfField } from '../../../../../schema/access/rowOfField';
import { unattested, type Attestation } from '../../../../../schema/protocol/attestation';
import type { Assertion } from '../../../../../schema/protocol/principal';
import { agencySubgraphs, roles } from '../../../../../schema/protocol/vocabulary';
import { loadWorld } from '../../../../../subgraphs/demo/loadWorld';
import { storyChildren } from '../../../../../subgraphs/demo/stories';
import { definitions } from '../../../../../subgraphs/definitions';
import { createDecisions } from '../../../../../subgraphs/shared/access/decisions';
import { createReading } from '../../../../../subgraphs/shared/database/security/createReading';
import { prepareReaders } from '../../../../../subgraphs/shared/database/security/prepareReaders';
import { startAgency, type TestAgency } from '../../../../harness/startAgency';
import { agencyOf } from '../../../../schema/access/ask';

const now = new Date('2026-11-21T12:00:00Z');
const keys = ['open-case','arrival-stage','adult-by-decision','placed-elsewhere','never-applied','other-name-other-age'];
const children = storyChildren(now).filter(({ key }) => keys.includes(key));
const situations: readonly Partial<Attestation>[] = [
  {}, { identified: true }, { identified: true, absconding: true }, { related: true },
  { identified: true, related: true, absconding: true, found: true, released: rows.map(({ id }) => id) },
];
const agencies = new Map<string, TestAgency>();
beforeAll(async () => {
  for (const name of agencySubgraphs) agencies.set(name, await startAgency(definitions[name], now));
  await loadWorld(Object.fromEntries([...agencies].map(([name, { url }]) => [name, url])) as never, children);
}, 60000);
afterAll(() => Promise.all([...agencies.values()].map((a) => a.stop())));

it.each(agencySubgraphs)('%s', async (name) => {
  const definition = definitions[name];
  const { database } = agencies.get(name)!.running;
  const register = await prepareReaders(database, definition.columns!);
  const leaks = new Map<string, Set<string>>();
  let cells = 0;
  for (const role of roles) for (const purpose of acceptedPurposes(role).filter(concernsPerson)) for (const facts of situations) {
    const assertion: Assertion = { operationId: 'o', operationName: null, principal: { id: 's', role, agency: agencyOf[role], municipality: '0180', acr: 'loa3' }, purpose, caseReference: 'c' };
    const attestations = children.map(({ id }) => ({ ...unattested(id), adult: false, ...facts })); const decisions = createDecisions(assertion, attestations, now);
    const reading = createReading({ database, register, assertion, decisions, attestations });
    for (const [table, uses] of Object.entries(definition.columns!)) {
      const byColumn = new Map<string, string[]>();
      for (const [coordinate, cols] of Object.entries(uses.fields ?? {})) for (const c of cols) byColumn.set(c, [...(byColumn.get(c) ?? []), coordinate]);
      for (const [column, coordinates] of byColumn) {
        const key = table === 'child' ? 'id' : 'child_id';
        const got = await reading.fields<{ child: string }>(`SELECT DISTINCT ${key} AS child FROM ${table} WHERE ${column} IS NOT NULL`).catch((e) => { if (e.code !== '42501') throw e; return []; });
        for (const { child } of got) {
          cells++;
          const ok = coordinates.some((co) => { const a = rowOfField(co) as any; return decisions.allowed([child], a.rows.map((r: any) => r.id), a.flag, co).length > 0; });
          if (!ok) { const k = `${table}.${column}`; leaks.set(k, (leaks.get(k) ?? new Set()).add(`${role} ${purpose} ${JSON.stringify(situations.indexOf(facts))}`)); }
        }
      }
    }
  }
  console.log(name, cells, [...leaks].map(([k, v]) => `${k}: ${v.size}: ${[...v].slice(0, 6).join(', ')}`).join('\n'));
}, 300000);
