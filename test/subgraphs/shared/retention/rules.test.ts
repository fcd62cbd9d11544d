import { Client } from 'pg';
import { agencySubgraphs, subgraphNames } from '../../../../schema/protocol/vocabulary';
import openLegalPoints from '../../../../schema/access/open-legal-points.json';
import { auditRules } from '../../../../gateway/keeping/auditRules';
import { definitions } from '../../../../subgraphs/definitions';
import { countExpired, eraseBatch, isActive } from '../../../../subgraphs/shared/retention/applyRule';
import { describeLastNote } from '../../../../subgraphs/shared/retention/lastNote';
import { nothingHeld } from '../../../../subgraphs/shared/retention/legalHold';
import { toSql } from '../../../../subgraphs/shared/retention/sql';
import { startAgency } from '../../../harness/startAgency';

const now = new Date('2026-06-01T12:00:00Z');
const rules = [...subgraphNames.flatMap((name) => definitions[name].retention), ...auditRules];

test('every kind of record says how long, on which ground, how sure that is and why, in both languages', () => {
  for (const { name, basis, certainty, source, what, reason, period } of rules) {
    expect(name).toMatch(/^[a-z_]+$/);
    expect(basis).toMatch(/^[A-Z0-9_]+$/);
    expect(['SEEN', 'LIKELY', 'UNKNOWN']).toContain(certainty);
    expect(source).toMatch(/^R\d/);
    expect(Object.values(period ?? { years: 1 }).every((count) => count > 0)).toBe(true);
    expect([what.sv, what.en, reason.sv, reason.en].every(Boolean)).toBe(true);
  }
});

test('a period that the law leaves unclear erases nothing, and is on the list of open points', () => {
  expect(rules.filter(({ certainty }) => certainty === 'UNKNOWN').map(isActive)).not.toContain(true);
  expect(openLegalPoints.map(({ question }) => question.en).join()).toContain('How long may');
});

test.each(agencySubgraphs)('the rules of %s are SQL that its database understands', async (name) => {
  const agency = await startAgency(definitions[name], now);
  const client = new Client({ connectionString: agency.url });
  await client.connect();
  try {
    const sql = toSql(client);
    const lastNote = await describeLastNote(sql);
    for (const rule of definitions[name].retention) {
      const cleared = { ...rule, certainty: 'SEEN' } as const;
      expect(await countExpired(sql, rule, now, lastNote, nothingHeld)).toMatchObject({ count: 0, held: 0 });
      expect(await eraseBatch(sql, cleared, now, lastNote)).toMatchObject({ erased: 0 });
    }
  } finally {
    await client.end();
    await agency.stop();
  }
});
