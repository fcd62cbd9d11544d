import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { findMunicipality } from '../../../subgraphs/shared/reference/municipality';
import { isAdultByBirthDate } from '../../../subgraphs/shared/time/stockholm';
import { storyChildren } from '../../../subgraphs/demo/stories';
import type { DemoChild } from '../../../subgraphs/demo/demoChild';

const now = new Date('2026-11-21T13:00:00Z');
const children = [...generateWorld({ children: 20_000, seed: 7, now })].map((child) => ({ ...child }));
const assigned = children.filter(({ migration }) => migration?.assignments?.length);

function isAway({ municipality }: DemoChild): boolean {
  const last = municipality?.episodes?.at(-1);
  return last !== undefined && !last.returnedAt;
}

function share<T>(all: readonly T[], of: (one: T) => boolean): number {
  return all.filter(of).length / all.length;
}

/** Largest group first. */
function ranking(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

const home = ({ migration }: DemoChild): string => migration?.assignments?.[0]?.municipality ?? '';
const citizenship = ({ migration }: DemoChild): string => migration?.citizenship ?? '';
const bornOn = ({ migration }: DemoChild): string => migration?.birthDate ?? '';

describe('A generated world', () => {
  it('is the same for the same seed', () => {
    const again = [...generateWorld({ children: 300, seed: 7, now })].map((child) => ({ ...child }));
    expect(again).toEqual(children.slice(0, 300));
  });

  it('is the beginning of a larger world of the same seed', () => {
    const [, second] = generateWorld({ children: 2, seed: 7, now });
    expect({ ...second }).toEqual(children[1]);
  });

  it('can be walked again and again', () => {
    const world = generateWorld({ children: 3, seed: 1, now });
    expect([...world].map(({ id }) => id)).toEqual([...world].map(({ id }) => id));
  });

  it('gives the same record whichever agency is read first', () => {
    const [one] = generateWorld({ children: 1, seed: 7, now });
    expect([one?.guardianship, one?.police, one?.municipality, one?.migration]).toEqual([
      children[0]?.guardianship,
      children[0]?.police,
      children[0]?.municipality,
      children[0]?.migration,
    ]);
  });

  it.each([
    [{ children: -1, seed: 1 }, 'children must be a whole number from 0 to 10000000, got -1'],
    [{ children: 10, seed: 0 }, 'seed must be a whole number from 1 to 99999, got 0'],
    [{ children: 10, seed: 1.5 }, 'seed must be a whole number from 1 to 99999, got 1.5'],
  ])('refuses %j', (options, message) => {
    expect(() => generateWorld({ ...options, now })).toThrow(message);
  });
});

describe('Its numbers', () => {
  const other = [...generateWorld({ children: 20_000, seed: 8, now })];
  const all = [...children, ...other];

  it('are unique within a world and between worlds', () => {
    const dossiers = all.flatMap(({ migration }) => migration?.dossierNumber ?? []);
    const cards = all.flatMap(({ migration }) => migration?.lmaNumber ?? []);
    for (const numbers of [all.map(({ id }) => id), dossiers, cards])
      expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('have the form of the real ones and are longer than any of them, the demo children’s included', () => {
    const dossiers = all.flatMap(({ migration }) => migration?.dossierNumber ?? []);
    const cards = all.flatMap(({ migration }) => migration?.lmaNumber ?? []);
    expect(dossiers.filter((number) => !/^12-\d{8,}$/.test(number))).toEqual([]);
    expect(cards.filter((number) => !/^50-\d{8,}$/.test(number))).toEqual([]);
  });

  it('call nobody: no Swedish number is as long as these', () => {
    const phones = children.flatMap(({ migration }) => migration?.phones ?? []);
    expect(phones.length).toBeGreaterThan(5_000);
    expect(phones.filter((phone) => !/^\+467\d{10}$/.test(phone))).toEqual([]);
  });

  it('do not repeat ids of episodes, reports, found events and assessments', () => {
    const ids = children.flatMap(({ municipality, police }) => [
      ...(municipality?.episodes ?? []).map(({ id }) => id),
      ...(municipality?.riskAssessments ?? []).map(({ id }) => id),
      ...(police?.foundEvents ?? []).map(({ id }) => id),
      ...(police?.missingPersonReports ?? []).map(({ reportNumber }) => reportNumber),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('Its children are like those of the county plans', () => {
  it('4 percent of the assigned boys and 2.5 percent of the girls are away (GOV; within 0.8 and 1.2 points)', () => {
    const boys = assigned.filter(({ migration }) => migration?.sex === 'MALE');
    const girls = assigned.filter(({ migration }) => migration?.sex === 'FEMALE');
    expect(Math.abs(share(boys, isAway) - 0.04)).toBeLessThan(0.008);
    expect(Math.abs(share(girls, isAway) - 0.025)).toBeLessThan(0.012);
  });

  it('6.7 percent of those away are girls (GOV; within 3 points)', () => {
    const girls = share(assigned.filter(isAway), ({ migration }) => migration?.sex === 'FEMALE');
    expect(Math.abs(girls - 0.067)).toBeLessThan(0.03);
  });

  it('7 to 9 percent disappear in a year (SUN; within a point)', () => {
    const yearAgo = now.getTime() - 365 * 86_400_000;
    const left = share(assigned, ({ municipality }) =>
      (municipality?.episodes ?? []).some(({ abscondedAt }) => Date.parse(abscondedAt) > yearAgo),
    );
    expect(left).toBeGreaterThan(0.06);
    expect(left).toBeLessThan(0.1);
  });

  it('Norrbotten has a higher share away than the nation (NB, GOV)', () => {
    const norrbotten = assigned.filter((child) => home(child).startsWith('25'));
    expect(share(norrbotten, isAway)).toBeGreaterThan(share(assigned, isAway));
  });

  it('Afghans, Moroccans and Somalis are the largest groups away in the county of Stockholm (STH)', () => {
    const away = assigned.filter((child) => isAway(child) && home(child).startsWith('01'));
    expect(ranking(away.map(citizenship)).slice(0, 3)).toEqual(['AFG', 'MAR', 'SOM']);
  });

  it('Moroccans come before Afghans among those away in Norrbotten (NB)', () => {
    const away = assigned.filter((child) => isAway(child) && home(child).startsWith('25'));
    expect(ranking(away.map(citizenship)).slice(0, 2)).toEqual(['MAR', 'AFG']);
  });

  it('refusal is the first of the presumed causes (GOV)', () => {
    const causes = children.flatMap(({ municipality }) =>
      (municipality?.episodes ?? []).flatMap((each) => each.presumedCause ?? []),
    );
    expect(ranking(causes)[0]).toBe('REFUSAL');
  });

  it('are 12 to 20 years old, mostly 15 to 17, and one in twenty is an adult (within 1.5 points)', () => {
    const births = assigned.map(bornOn);
    expect(births.filter((birth) => birth <= '2005-11-20' || birth >= '2014-11-22')).toEqual([]);
    expect(share(births, (birth) => birth > '2008-11-21' && birth < '2011-11-22')).toBeGreaterThan(0.65);
    const adults = share(
      assigned,
      (child) => isAdultByBirthDate(bornOn(child), now) || child.migration?.ageDecisions?.[0]?.adult === true,
    );
    expect(Math.abs(adults - 0.05)).toBeLessThan(0.015);
  });

  it('include protected identities, twins, siblings and nominal birth dates', () => {
    expect(
      Math.abs(share(assigned, ({ migration }) => migration?.protectedIdentity === true) - 0.01),
    ).toBeLessThan(0.004);
    const siblings = children.filter((child, at) => at > 0 && isSibling(child, children[at - 1]!));
    expect(siblings.length / children.length).toBeGreaterThan(0.03);
    expect(siblings.some((child) => bornOn(child) === bornOn(children[children.indexOf(child) - 1]!))).toBe(
      true,
    );
    expect(share(assigned, (child) => bornOn(child).endsWith('-01-01'))).toBeGreaterThan(0.08);
  });

  it('live all over Sweden, in municipalities that exist', () => {
    const codes = new Set(assigned.map(home));
    expect(codes.size).toBeGreaterThan(285);
    for (const code of codes) expect(findMunicipality(code)).not.toBeNull();
  });

  it('bear many names: no full name is shared by more than one in two hundred', () => {
    const counts = new Map<string, number>();
    for (const { migration } of assigned) {
      const name = `${migration?.names[0]?.given} ${migration?.names[0]?.family}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(Math.max(...counts.values()) / assigned.length).toBeLessThan(0.005);
    expect(counts.size).toBeGreaterThan(5_000);
  });
});

describe('Its facts agree with each other', () => {
  it('nobody is a namesake of the demo child that is known by name and age alone', () => {
    const family = storyChildren(now).find(({ migration }) => migration === null)?.police?.identity.names[0]
      ?.family;
    const written = children.flatMap(({ migration, police }) => [
      ...(migration?.names ?? []),
      ...(police?.identity.names ?? []),
    ]);
    expect(family).toBe('Amrani');
    expect(written.filter((name) => `${name.family} ${name.full}`.includes(family!))).toEqual([]);
  });

  it('nobody is assigned before arriving, nobody arrives as an adult', () => {
    const wrong = children.filter(({ migration }) => {
      const arrived = migration?.asylumCases?.[0]?.openedOn;
      if (!arrived) return false;
      const early = (migration.assignments ?? []).some(({ assignedOn }) => assignedOn < arrived);
      return early || isAdultByBirthDate(migration.birthDate!, new Date(`${arrived}T12:00:00Z`));
    });
    expect(wrong).toEqual([]);
  });

  it('an absconding begins before it is discovered, found and over, none in the future, one after the other', () => {
    const wrong = children.filter(({ municipality }) => {
      let before = 0;
      return (municipality?.episodes ?? []).some(({ abscondedAt, discoveredAt, foundAt, returnedAt }) => {
        const [from, to] = [Date.parse(abscondedAt), returnedAt ? Date.parse(returnedAt) : now.getTime()];
        const within = [discoveredAt, foundAt].every(
          (at) => !at || (Date.parse(at) >= from && Date.parse(at) <= to),
        );
        const inOrder = before < from && from < to && to <= now.getTime();
        before = to;
        return !within || !inOrder;
      });
    });
    expect(wrong).toEqual([]);
  });

  it('no case is closed within three months of an absconding that has not ended (NB, STH)', () => {
    for (const child of children.filter(isAway)) {
      const closed = child.municipality?.socialCases[0]?.closedOn;
      const gone = child.municipality?.episodes?.at(-1)?.abscondedAt ?? '';
      if (closed) expect(Date.parse(closed) - Date.parse(gone)).toBeGreaterThan(89 * 86_400_000);
    }
  });

  it('a child that never applied for asylum is known to the police alone', () => {
    const unknown = children.filter(({ migration }) => migration === null);
    expect(unknown.length).toBeGreaterThan(0);
    for (const { municipality, guardianship, police } of unknown) {
      expect([municipality, guardianship]).toEqual([null, null]);
      expect(police?.foundEvents).toHaveLength(1);
    }
  });
});

function isSibling({ migration: one }: DemoChild, { migration: other }: DemoChild): boolean {
  return (
    one !== null &&
    one.names[0]?.family === other?.names[0]?.family &&
    one.asylumCases?.[0]?.openedOn === other?.asylumCases?.[0]?.openedOn &&
    one.assignments?.[0]?.municipality === other?.assignments?.[0]?.municipality
  );
}
