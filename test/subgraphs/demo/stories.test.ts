import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';

const now = new Date('2026-11-21T13:00:00Z');
const children = storyChildren(now);

function story(key: string): DemoChild {
  const child = children.find((each) => each.key === key);
  if (!child) throw new Error(`No demo child ${key}`);
  return child;
}

describe('The demo children', () => {
  it('are the fifteen that the demo speaks of, each with an id of its own', () => {
    expect(children.map(({ key }) => key)).toEqual([
      'open-case',
      'arrival-stage',
      'closed-case',
      'adult-by-decision',
      'residence-permit',
      'placed-elsewhere',
      'unassigned-closed',
      'never-applied',
      'protected',
      'twin-a',
      'twin-b',
      'returned',
      'other-name-other-age',
      'three-months-today',
      'eighteen-yesterday',
    ]);
    expect(new Set(children.map(({ id }) => id)).size).toBe(15);
  });

  it('keep their ids from one loading to the next', () => {
    const later = storyChildren(new Date('2027-05-01T00:00:00Z'));
    expect(later.map(({ id }) => id)).toEqual(children.map(({ id }) => id));
    expect(storyChildId('open-case')).toBe(story('open-case').id);
  });

  it('are never born on a first of January, whatever the day of loading', () => {
    for (let day = 1; day <= 366; day += 1) {
      const loaded = storyChildren(new Date(Date.UTC(2028, 0, day, 12)));
      const births = loaded.flatMap(({ migration, municipality, guardianship }) => [
        migration?.birthDate,
        ...(migration?.birthDateClaims ?? []).map(({ date }) => date),
        ...(municipality?.identity.births ?? []).map(({ date }) => date),
        guardianship?.birthDate,
      ]);
      expect(births.filter((birth) => birth?.endsWith('-01-01'))).toEqual([]);
    }
  });

  it('carry the same id in every agency', () => {
    for (const { id, migration, municipality, police, guardianship } of children) {
      for (const record of [migration, municipality, police, guardianship])
        expect([undefined, id]).toContain(record?.id);
    }
  });

  it('have the dossier numbers of the demo, and no others', () => {
    const numbers = children.flatMap(({ migration }) => migration?.dossierNumber ?? []);
    expect(numbers).toHaveLength(14);
    for (const number of numbers) expect(number).toMatch(/^12-4100(0\d|1[0-5])$/);
  });
});

describe('Each story', () => {
  it('open-case: refused, assigned to Luleå, gone for ten days, reported, with a guardian', () => {
    const { migration, municipality, police, guardianship } = story('open-case');
    expect(migration).toMatchObject({
      dossierNumber: '12-410001',
      birthDate: '2010-09-21',
      sex: 'MALE',
      citizenship: 'AFG',
      names: [
        { given: 'Mohammed', family: 'Rahimi', kind: 'REGISTERED' },
        { given: 'محمد', family: 'رحیمی', kind: 'REGISTERED' },
      ],
      languages: [{ code: 'prs' }],
      assignments: [{ municipality: '2580', endedOn: null }],
      asylumCases: [{ decision: 'REFUSED' }],
    });
    expect(municipality).toMatchObject({
      socialCases: [{ municipality: '2580', status: 'OPEN' }],
      placements: [{ type: 'HVB', municipality: '2580', placedBy: '2580' }],
      episodes: [{ abscondedAt: '2026-11-10T23:00:00.000Z', presumedCause: 'REFUSAL', returnedAt: null }],
    });
    expect(police?.missingPersonReports).toMatchObject([
      { reportedAt: '2026-11-12T08:00:00.000Z', status: 'OPEN' },
    ]);
    expect(guardianship?.guardianships).toMatchObject([
      { guardianPrincipal: 'guardian-open-case', boardMunicipality: '2580', kind: 'GOD_MAN', endedOn: null },
    ]);
  });

  it('arrival-stage: not assigned, left the arrival home twenty hours ago, neither reported nor guarded', () => {
    const { migration, municipality, police, guardianship } = story('arrival-stage');
    expect(migration).toMatchObject({
      birthDate: '2011-11-21',
      arrivalMunicipality: '0191',
      assignments: [],
      asylumCases: [{ decision: 'PENDING', status: 'OPEN' }],
    });
    expect(municipality).toMatchObject({
      socialCases: [{ municipality: '0191', status: 'OPEN' }],
      placements: [{ type: 'ARRIVAL_HOME', municipality: '0191' }],
      episodes: [{ abscondedAt: '2026-11-20T17:00:00.000Z', arrivalStage: true }],
    });
    expect([police, guardianship]).toEqual([null, null]);
  });

  it('closed-case: the municipality closed it a month ago after asking the guardian, and noted the child as missing', () => {
    const { migration, municipality, police } = story('closed-case');
    expect(migration?.names).toMatchObject([
      { given: 'Yusuf', kind: 'REGISTERED' },
      { given: 'Yuusuf Cali', kind: 'STATED', statedBy: 'MIGRATION_AGENCY' },
    ]);
    expect(municipality).toMatchObject({
      socialCases: [
        { municipality: '2584', status: 'CLOSED', closedOn: '2026-10-21', guardianConsultedOn: '2026-10-21' },
      ],
      episodes: [{ abscondedAt: '2026-06-20T22:00:00.000Z', notedMissingOn: '2026-10-21' }],
    });
    expect(police?.missingPersonReports).toHaveLength(1);
  });

  it('adult-by-decision: adult to the Migration Agency, a child to the board', () => {
    const { migration, guardianship } = story('adult-by-decision');
    expect(migration?.ageDecisions).toMatchObject([
      { authority: 'MIGRATION_AGENCY', adult: true },
      { authority: 'GUARDIANSHIP_BOARD', adult: false },
    ]);
    expect(guardianship).toMatchObject({ adultDecision: false, adultDecidedOn: '2026-10-21' });
  });

  it('residence-permit: a permit and a specially appointed custodian', () => {
    const { migration, municipality, guardianship } = story('residence-permit');
    expect(migration?.asylumCases).toMatchObject([{ decision: 'GRANTED', status: 'CLOSED' }]);
    expect(municipality?.placements).toMatchObject([{ type: 'FOSTER_HOME', municipality: '0127' }]);
    expect(guardianship?.guardianships).toMatchObject([{ kind: 'SFV', boardMunicipality: '0127' }]);
  });

  it('placed-elsewhere: LVU care in another municipality, police assistance requested', () => {
    const { municipality } = story('placed-elsewhere');
    expect(municipality).toMatchObject({
      placements: [{ type: 'HVB', municipality: '2560', placedBy: '0126' }],
      careOrders: [{ kind: 'LVU', endedAt: null, handrackningRequestedAt: '2026-11-18T10:00:00.000Z' }],
      episodes: [{ abscondedFrom: '2560' }],
    });
  });

  it('unassigned-closed: nobody has the case of a child that was never assigned', () => {
    const { migration, municipality, guardianship } = story('unassigned-closed');
    expect(migration).toMatchObject({ arrivalMunicipality: '0184', assignments: [] });
    expect(municipality?.socialCases).toMatchObject([
      { municipality: '0184', status: 'CLOSED', closedOn: '2026-10-21' },
    ]);
    expect(guardianship).toBeNull();
  });

  it('never-applied: the police alone met the child, with a stated name and age', () => {
    const { migration, municipality, police, guardianship } = story('never-applied');
    expect([migration, municipality, guardianship]).toEqual([null, null, null]);
    expect(police).toMatchObject({
      identity: {
        names: [{ given: 'Ilyas', family: 'Amrani', kind: 'STATED' }],
        births: [{ date: null, kind: 'STATED', statedAge: 15, statedOn: '2026-11-15' }],
        dossierNumber: null,
      },
      foundEvents: [{ foundIn: '0180', by: 'POLICE', identityKnown: false }],
      missingPersonReports: [],
    });
  });

  it('protected: marked in every agency that holds the child, and only this child', () => {
    for (const { key, migration, municipality, police, guardianship } of children) {
      for (const record of [migration, municipality, police, guardianship]) {
        if (record) expect(record.protectedIdentity).toBe(key === 'protected');
      }
    }
    expect(story('protected').municipality?.episodes).toHaveLength(1);
  });

  it('twins: two names, one birth date, one of them gone', () => {
    const [a, b] = [story('twin-a'), story('twin-b')];
    expect(a.migration?.birthDate).toBe(b.migration?.birthDate);
    expect([a.migration?.names[0]?.given, b.migration?.names[0]?.given]).toEqual(['Hassan', 'Hussein']);
    expect([a.municipality?.episodes?.length, b.municipality?.episodes?.length]).toEqual([1, 0]);
  });

  it('returned: three times gone, three times back', () => {
    const episodes = story('returned').municipality?.episodes ?? [];
    expect(episodes).toHaveLength(3);
    for (const { abscondedAt, returnedAt } of episodes)
      expect(Date.parse(returnedAt!)).toBeGreaterThan(Date.parse(abscondedAt));
  });

  it('other-name-other-age: two names, two birth dates, a card number and a telephone', () => {
    const { migration, municipality } = story('other-name-other-age');
    expect(migration).toMatchObject({
      lmaNumber: '50-771913',
      phones: ['+46700000013'],
      birthDate: '2012-11-21',
      birthDateClaims: [{ date: '2009-11-21', kind: 'STATED', statedBy: 'MIGRATION_AGENCY' }],
      names: [{ given: 'Ali' }, { given: 'Reza', family: 'Ahmadzai', kind: 'STATED' }],
    });
    expect(municipality?.identity.births).toHaveLength(2);
  });

  it('three-months-today: gone since the first moment of the day three months ago', () => {
    expect(story('three-months-today').municipality?.episodes).toMatchObject([
      { abscondedAt: '2026-08-20T22:00:00.000Z', returnedAt: null },
    ]);
  });

  it('eighteen-yesterday: the guardianship ended on the birthday', () => {
    const { migration, guardianship } = story('eighteen-yesterday');
    expect(migration?.birthDate).toBe('2008-11-20');
    expect(guardianship?.guardianships).toMatchObject([{ endedOn: '2026-11-20', endReason: 'TURNED_18' }]);
  });
});

describe('What the municipality has told', () => {
  const rows = ['municipality.absconding', 'municipality.abscondingStatus', 'municipality.returnDate'];

  it('is told to police and Migration Agency about each absconding and each return', () => {
    for (const { municipality } of children) {
      for (const episode of municipality?.episodes ?? []) {
        const told = [episode.discoveredAt, ...(episode.returnedAt ? [episode.returnedAt] : [])];
        for (const releasedAt of told) {
          for (const toAgency of ['POLICE', 'MIGRATION_AGENCY']) {
            const release = { toAgency, rows, basis: 'OSL_10_2', releasedAt };
            expect(municipality?.releases).toContainEqual(expect.objectContaining(release));
          }
        }
      }
    }
  });

  it('is nothing about a child that never left', () => {
    expect(story('twin-b').municipality?.releases).toEqual([]);
  });
});

it('no fact lies in the future, on whatever day the demo is loaded', () => {
  for (const day of ['2026-01-31', '2026-03-29', '2026-10-25', '2027-03-01', '2028-02-29', '2028-05-31']) {
    const loading = new Date(`${day}T00:30:00+01:00`);
    for (const { key, municipality, police } of storyChildren(loading)) {
      const episodes = municipality?.episodes ?? [];
      const instants = [
        ...episodes.flatMap((each) => [
          each.abscondedAt,
          each.discoveredAt,
          each.returnedAt,
          each.guardianInformedAt,
        ]),
        ...(police?.missingPersonReports ?? []).flatMap((each) => [each.reportedAt, each.lastSeenAt]),
        ...(police?.foundEvents ?? []).map((each) => each.at),
      ];
      for (const instant of instants) {
        if (instant)
          expect({ key, late: Date.parse(instant) > loading.getTime() }).toEqual({ key, late: false });
      }
    }
  }
});
