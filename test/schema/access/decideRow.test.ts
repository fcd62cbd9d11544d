import fc from 'fast-check';
import { mayEverSee } from '../../../schema/access/mayEverSee';
import { rows } from '../../../schema/access/rows';
import { agencies, purposes, roles } from '../../../schema/protocol/vocabulary';
import { ask, inShort, type Ask } from './ask';

const outreach = { role: 'OUTREACH_WORKER', purpose: 'IDENTIFICATION' } as const;
const identified = { identified: true };

describe('relation', () => {
  test('opens a case to its own social worker', () => {
    const worker = { role: 'SOCIAL_WORKER', purpose: 'CASE_WORK' } as const;
    expect(ask('migration.names', { ...worker, facts: { related: true } })).toEqual({
      allow: true,
      flagOnly: false,
      via: 'R',
      basis: ['OSL_10_27', 'OSL_10_2'],
    });
    expect(inShort(ask('migration.names', worker))).toBe('SECRECY');
  });

  test('still opens when the child has become an adult or has a protected identity', () => {
    const facts = { related: true, adult: true, protectedIdentity: true };
    expect(inShort(ask('migration.names', { role: 'SOCIAL_WORKER', purpose: 'CASE_WORK', facts }))).toBe('R');
  });

  test('gives the guardian what the agencies hold about the ward, on the custodian’s basis', () => {
    const guardian = { role: 'GUARDIAN', purpose: 'GUARDIANSHIP' } as const;
    expect(ask('municipality.placementAddress', { ...guardian, facts: { related: true } })).toMatchObject({
      via: 'R',
      basis: ['OSL_12_3'],
    });
    expect(inShort(ask('municipality.placementAddress', guardian))).toBe('SECRECY');
  });
});

describe('identification', () => {
  test.each([
    ['opens after the asker’s own identification', {}, 'I'],
    ['opens for protection too', { purpose: 'PROTECTION' }, 'I'],
    ['is closed without one', { facts: {} }, 'SECRECY'],
    ['is closed when merely reporting', { purpose: 'REPORTING' }, 'SECRECY'],
    ['is closed about an adult', { facts: { ...identified, adult: true } }, 'SECRECY'],
    ['opens about a minor', { facts: { ...identified, adult: false } }, 'I'],
    ['is closed about a protected child', { facts: { ...identified, protectedIdentity: true } }, 'SECRECY'],
    [
      'is closed when adulthood is not known',
      { facts: { ...identified, unavailable: ['MIGRATION_AGENCY'] } },
      'SECRECY',
    ],
    [
      'is closed when protection is not known',
      { facts: { ...identified, unavailable: ['MUNICIPALITY'] } },
      'SECRECY',
    ],
    ['opens though the police do not answer', { facts: { ...identified, unavailable: ['POLICE'] } }, 'I'],
  ] as const)('%s', (_, change, expected) => {
    const answer = inShort(ask('migration.names', { ...outreach, facts: identified, ...change } as Ask));
    expect(answer).toBe(
      expected === 'SECRECY' && 'facts' in change && 'unavailable' in change.facts
        ? 'AGENCY_UNAVAILABLE'
        : expected,
    );
  });

  test('shows only yes or no where the matrix says so', () => {
    expect(inShort(ask('migration.isMinor', { ...outreach, facts: identified }))).toBe('I flag');
  });

  test('asks border police for a found event as well', () => {
    const border = { role: 'BORDER_POLICE', purpose: 'IDENTIFICATION' } as const;
    expect(inShort(ask('migration.names', { ...border, facts: identified }))).toBe('SECRECY');
    expect(inShort(ask('migration.names', { ...border, facts: { ...identified, found: true } }))).toBe('I');
    expect(inShort(ask('migration.lmaNumber', { ...border, facts: { ...identified, found: true } }))).toBe(
      'SECRECY',
    );
  });
});

describe('protection', () => {
  const protecting = { role: 'SOCIAL_EMERGENCY', purpose: 'PROTECTION' } as const;

  test.each([
    ['opens while the child is away', { ...identified, absconding: true }, 'P'],
    ['opens once the child is found', { ...identified, found: true }, 'P'],
    ['is closed with neither event', identified, 'SECRECY'],
    ['is closed without identification', { absconding: true, found: true }, 'SECRECY'],
    ['is closed about an adult', { ...identified, absconding: true, adult: true }, 'SECRECY'],
    [
      'is closed about a protected child',
      { ...identified, absconding: true, protectedIdentity: true },
      'SECRECY',
    ],
  ])('%s', (_, facts, expected) => {
    expect(inShort(ask('migration.aliases', { ...protecting, facts }))).toBe(expected);
  });

  test('is not served by the purpose of identification', () => {
    expect(
      inShort(ask('migration.aliases', { ...outreach, facts: { ...identified, absconding: true } })),
    ).toBe('SECRECY');
  });
});

describe('what the municipality has released', () => {
  const police = { role: 'POLICE_OFFICER', purpose: 'IDENTIFICATION' } as const;

  test('is all that police and Migration Agency see of its facts', () => {
    expect(inShort(ask('municipality.absconding', { ...police, facts: identified }))).toBe('SECRECY');
    expect(
      inShort(
        ask('municipality.absconding', {
          ...police,
          facts: { ...identified, released: ['municipality.absconding'] },
        }),
      ),
    ).toBe('I');
    const officer = { role: 'MIGRATION_OFFICER', purpose: 'CASE_WORK' } as const;
    expect(inShort(ask('municipality.returnDate', { ...officer, facts: { related: true } }))).toBe('SECRECY');
  });

  test('opens that row and no other', () => {
    const facts = { ...identified, released: ['municipality.absconding'] };
    expect(inShort(ask('municipality.abscondingStatus', { ...police, facts }))).toBe('SECRECY');
  });

  test('does not open a cell that is closed', () => {
    const facts = {
      related: true,
      identified: true,
      absconding: true,
      released: ['municipality.actionPlan'],
    };
    expect(
      inShort(ask('municipality.actionPlan', { role: 'POLICE_OFFICER', purpose: 'PROTECTION', facts })),
    ).toBe('SECRECY');
  });

  test('is asked neither of other municipalities nor for the public function contact nor for hub rows', () => {
    expect(inShort(ask('municipality.absconding', { ...outreach, facts: identified }))).toBe('I');
    expect(inShort(ask('municipality.functionContact', police))).toBe('OWN');
    expect(inShort(ask('hub.responsibility', { ...police, facts: identified }))).toBe('I');
  });
});

describe('own data', () => {
  test('needs no relation in the register of a national agency', () => {
    expect(ask('migration.asylumGrounds', { role: 'MIGRATION_OFFICER', purpose: 'CASE_WORK' })).toEqual({
      allow: true,
      flagOnly: false,
      via: 'OWN',
      basis: [],
    });
    expect(inShort(ask('police.missingReport', { role: 'POLICE_OFFICER', purpose: 'PROTECTION' }))).toBe(
      'OWN',
    );
  });

  test('is not another guardian’s or another board’s', () => {
    const guardian = { role: 'GUARDIAN', purpose: 'GUARDIANSHIP' } as const;
    expect(inShort(ask('guardianship.guardian', guardian))).toBe('SECRECY');
    expect(inShort(ask('guardianship.guardian', { ...guardian, facts: { related: true } }))).toBe('OWN');
    expect(
      inShort(ask('guardianship.suitability', { role: 'GUARDIANSHIP_OFFICER', purpose: 'GUARDIANSHIP' })),
    ).toBe('SECRECY');
  });

  test('hides a protected child from those who do not work with it', () => {
    const officer = { role: 'MIGRATION_OFFICER', purpose: 'CASE_WORK' } as const;
    const facts = { protectedIdentity: true };
    expect(inShort(ask('migration.names', { ...officer, facts }))).toBe('SECRECY');
    expect(inShort(ask('migration.names', { ...officer, facts: { ...facts, related: true } }))).toBe('OWN');
  });

  test('does not depend on whether other agencies answer', () => {
    const facts = { unavailable: ['MUNICIPALITY', 'POLICE', 'GUARDIANSHIP_BOARD'] } as const;
    expect(inShort(ask('migration.names', { role: 'MIGRATION_OFFICER', purpose: 'CASE_WORK', facts }))).toBe(
      'OWN',
    );
  });
});

describe('purposes', () => {
  test('a person question without purpose is refused', () => {
    expect(inShort(ask('migration.names', { role: 'SOCIAL_WORKER', purpose: null }))).toBe(
      'PURPOSE_REQUIRED',
    );
  });

  test('a purpose of another role is refused, whatever the facts', () => {
    const facts = { related: true, identified: true };
    expect(inShort(ask('migration.names', { role: 'POLICE_OFFICER', purpose: 'CASE_WORK', facts }))).toBe(
      'FORBIDDEN',
    );
    expect(inShort(ask('migration.names', { role: 'NGO_WORKER', purpose: 'IDENTIFICATION', facts }))).toBe(
      'FORBIDDEN',
    );
  });

  test('neither counting nor auditing reads facts about a child', () => {
    expect(inShort(ask('migration.sex', { role: 'COUNTY_ANALYST', purpose: 'STATISTICS' }))).toBe(
      'FORBIDDEN',
    );
    expect(inShort(ask('migration.sex', { role: 'AUDITOR', purpose: 'AUDIT' }))).toBe('FORBIDDEN');
  });

  test('who may only hand in reads nothing', () => {
    const ngo = {
      role: 'NGO_WORKER',
      purpose: 'REPORTING',
      facts: { related: true, identified: true },
    } as const;
    expect(inShort(ask('migration.names', ngo))).toBe('SECRECY');
    expect(inShort(ask('police.foundEvents', ngo))).toBe('SECRECY');
  });
});

describe('a refusal', () => {
  test('names the secrecy rule and whom to ask', () => {
    expect(ask('municipality.photo', outreach)).toMatchObject({
      code: 'SECRECY',
      basis: 'OSL_26_1',
      askWhom: { sv: expect.stringContaining('kommun'), en: expect.stringContaining('municipality') },
    });
  });

  test('says that an agency does not answer only where its answer could have opened the row', () => {
    const worker = { role: 'SOCIAL_WORKER', purpose: 'CASE_WORK' } as const;
    const facts = { unavailable: ['MUNICIPALITY'] } as const;
    expect(inShort(ask('migration.names', { ...worker, facts }))).toBe('AGENCY_UNAVAILABLE');
    expect(inShort(ask('migration.asylumGrounds', { ...worker, facts }))).toBe('SECRECY');
    expect(inShort(ask('migration.names', { ...worker, facts: { unavailable: ['POLICE'] } }))).toBe(
      'SECRECY',
    );
  });

  test('of a finder for want of a found event depends on the police', () => {
    const border = { role: 'BORDER_POLICE', purpose: 'IDENTIFICATION' } as const;
    const facts = { ...identified, unavailable: ['POLICE'] } as const;
    expect(inShort(ask('migration.names', { ...border, facts }))).toBe('AGENCY_UNAVAILABLE');
  });

  test('for want of a release depends on the municipality', () => {
    const facts = { related: true, unavailable: ['MUNICIPALITY'] } as const;
    const officer = { role: 'MIGRATION_OFFICER', purpose: 'CASE_WORK', facts } as const;
    expect(inShort(ask('municipality.returnDate', officer))).toBe('AGENCY_UNAVAILABLE');
  });
});

describe('grounds beyond the attested facts', () => {
  test('a decided investigation lets the responsible social worker ask about the asylum decision', () => {
    const worker = { role: 'SOCIAL_WORKER', purpose: 'CASE_WORK', facts: { related: true } } as const;
    expect(inShort(ask('migration.asylumDecision', worker))).toBe('SECRECY');
    const facts = { related: true, investigating: ['0180'] };
    const asked = { ...worker, facts, municipality: '0180' };
    expect(ask('migration.asylumDecision', asked)).toMatchObject({ via: 'Q', basis: ['SOL_20_6'] });
    expect(inShort(ask('migration.asylumDecision', { ...asked, municipality: '1280' }))).toBe('SECRECY');
  });

  test('a broken glass opens even a protected child, for an hour', () => {
    const worker = {
      role: 'SOCIAL_WORKER',
      purpose: 'PROTECTION',
      facts: { protectedIdentity: true },
    } as const;
    const brokenGlasses = [
      { rows: ['municipality.careOrderGrounds'], openedAt: new Date('2026-03-01T10:30:00Z') },
    ];
    const grounds = { brokenGlasses };
    expect(inShort(ask('municipality.careOrderGrounds', { ...worker, grounds }))).toBe('B');
    const later = new Date('2026-03-01T11:30:00Z');
    expect(inShort(ask('municipality.careOrderGrounds', { ...worker, grounds, now: later }))).toBe('SECRECY');
  });

  test('a broken glass of a police officer needs no release, and opens no other row', () => {
    const openedAt = new Date('2026-03-01T10:30:00Z');
    const grounds = { brokenGlasses: [{ rows: ['municipality.placementAddress'], openedAt }] };
    const police = { role: 'POLICE_OFFICER', purpose: 'PROTECTION', grounds } as const;
    expect(inShort(ask('municipality.placementAddress', police))).toBe('B');
    expect(inShort(ask('police.suspectedVictim', police))).toBe('SECRECY');
  });

  test('what rests on childhood ends with it, also over a broken glass', () => {
    const openedAt = new Date('2026-03-01T10:30:00Z');
    const grounds = { brokenGlasses: [{ rows: ['municipality.careOrderGrounds'], openedAt }] };
    const worker = { role: 'SOCIAL_WORKER', purpose: 'PROTECTION', grounds, facts: { adult: true } } as const;
    expect(inShort(ask('municipality.careOrderGrounds', worker))).toBe('SECRECY');
  });

  test('a request for assistance shows the police the address only if the municipality has released it', () => {
    const police = { role: 'POLICE_OFFICER', purpose: 'PROTECTION' } as const;
    const requested = { handrackning: true };
    expect(inShort(ask('municipality.placementAddress', { ...police, facts: requested }))).toBe('SECRECY');
    const facts = { ...requested, released: ['municipality.placementAddress'] };
    expect(ask('municipality.placementAddress', { ...police, facts })).toMatchObject({
      via: 'H',
      basis: ['LVU_43B'],
    });
  });
});

describe('an owner’s decision on a request', () => {
  const until = '2026-03-02T11:00:00.000Z';
  const granted = (field: string, basis: string) => ({
    grants: [{ via: 'DISCLOSURE', fields: [field], basis, until } as const],
  });
  const investigator = { role: 'POLICE_INVESTIGATOR', purpose: 'PROTECTION' } as const;

  test('opens the row for the fields it names, without a release, until its time is over', () => {
    const facts = granted('Placement.address', 'SOL_15_7');
    expect(ask('municipality.placementAddress', { ...investigator, facts })).toMatchObject({
      via: 'DISCLOSURE',
      basis: ['SOL_15_7'],
      fields: ['Placement.address'],
    });
    expect(inShort(ask('municipality.placementType', { ...investigator, facts }))).toBe('SECRECY');
    const now = new Date(until);
    expect(inShort(ask('municipality.placementAddress', { ...investigator, facts, now }))).toBe('SECRECY');
  });

  test('opens a protected child', () => {
    const facts = { ...granted('Placement.address', 'SOL_15_7'), protectedIdentity: true };
    expect(inShort(ask('municipality.placementAddress', { ...investigator, facts }))).toBe('DISCLOSURE');
  });

  test('opens no cell that has no way to read, and none that the purpose does not serve', () => {
    const facts = granted('CareOrder.grounds', 'OSL_10_2');
    expect(inShort(ask('municipality.careOrderGrounds', { ...investigator, facts }))).toBe('SECRECY');
    const finder = { role: 'POLICE_OFFICER', purpose: 'IDENTIFICATION' } as const;
    const photo = granted('ChildDescription.photoUrl', 'OSL_10_2');
    expect(inShort(ask('municipality.photo', { ...finder, facts: photo }))).toBe('SECRECY');
  });

  test.each([
    ['OSL_10_27', 'which does not reach social services'],
    ['OSL_26_9', 'which is not for the police'],
    ['OSL_10_15A', 'which opens nothing'],
    ['OSL_99_1', 'which is no law'],
  ])('never rests on %s, %s', (basis) => {
    const facts = granted('Placement.address', basis);
    expect(inShort(ask('municipality.placementAddress', { ...investigator, facts }))).toBe('SECRECY');
  });

  test('opens what asks for a crime only when it rests on one', () => {
    const field = 'AbscondingEpisode.condition';
    const of = (basis: string) =>
      ask('municipality.returnDetails', { ...investigator, facts: granted(field, basis) });
    expect(inShort(of('OSL_10_2'))).toBe('SECRECY');
    expect(of('OSL_10_21')).toMatchObject({ via: 'K', basis: ['OSL_10_21'], fields: [field] });
  });
});

describe('a consent', () => {
  const worker = { role: 'SOCIAL_WORKER', purpose: 'CASE_WORK' } as const;
  const grants = [{ via: 'C', by: 'GUARDIAN', rows: ['migration.asylumDecision'], until: null }] as const;

  test.each([
    [false, 'C'],
    [true, 'SECRECY'],
    [null, 'SECRECY'],
  ])('of the guardian, the child being fifteen %s: %s', (fifteen, expected) => {
    const facts = { related: true, fifteen, grants };
    expect(inShort(ask('migration.asylumDecision', { ...worker, facts }))).toBe(expected);
    expect(inShort(ask('migration.appeal', { ...worker, facts }))).toBe('SECRECY');
  });
});

describe('for all rows, askers and facts', () => {
  const asked = fc.record({
    row: fc.constantFrom(...rows),
    role: fc.constantFrom(...roles),
    purpose: fc.constantFrom(...purposes),
    facts: fc.record({
      identified: fc.boolean(),
      related: fc.boolean(),
      adult: fc.constantFrom(true, false, null),
      absconding: fc.boolean(),
      found: fc.boolean(),
      protectedIdentity: fc.boolean(),
      released: fc.subarray(rows.map((row) => row.id)),
      unavailable: fc.subarray([...agencies]),
    }),
  });

  test('nothing opens that the static part calls impossible', () => {
    fc.assert(
      fc.property(asked, ({ row, role, purpose, facts }) => {
        return !ask(row.id, { role, purpose, facts }).allow || mayEverSee(row, role, purpose);
      }),
      { numRuns: 3000 },
    );
  });

  test('a protected child opens only to relation, and an adult never to a finder', () => {
    fc.assert(
      fc.property(asked, ({ row, role, purpose, facts }) => {
        const outcome = ask(row.id, { role, purpose, facts });
        if (!outcome.allow) return true;
        if (facts.protectedIdentity && !facts.related) return false;
        return facts.adult !== true || (outcome.via !== 'I' && outcome.via !== 'P');
      }),
      { numRuns: 3000 },
    );
  });

  test('an outage never opens what is closed when all agencies answer', () => {
    fc.assert(
      fc.property(asked, ({ row, role, purpose, facts }) => {
        const answered = ask(row.id, { role, purpose, facts: { ...facts, unavailable: [] } });
        return !ask(row.id, { role, purpose, facts }).allow || answered.allow;
      }),
      { numRuns: 3000 },
    );
  });
});
