import { whoAnswers, type DutyPack } from '../../../../gateway/console/src/duty/dutyPack';
import { composeDutyPack, resolveDutyContacts } from '../../../../subgraphs/identification/directory';

const issued = new Date('2026-12-20T01:30:00Z');
const pack = JSON.parse(JSON.stringify(composeDutyPack(issued))) as DutyPack;

/** Nights, an eve, a holiday, a Monday morning, the turn of the year. */
const moments = [
  '2026-12-20T01:30:00Z',
  '2026-12-21T09:00:00Z',
  '2026-12-24T10:00:00Z',
  '2026-12-25T23:30:00Z',
  '2026-12-28T07:10:00Z',
  '2026-12-31T23:59:00Z',
];

test.each(moments)('a device says at %s what the hub would, for every kind of place', (moment) => {
  const at = new Date(moment);
  for (const code of ['0180', '0140', '2580', '1480', '1280', '0191', '2409']) {
    const shown = whoAnswers(pack, code, at, 'sv').first.map(({ id, openNow, closesAt, opensAt }) => ({
      id,
      openNow,
      closesAt,
      opensAt,
    }));
    const answered = resolveDutyContacts(code, 'SOCIAL_SERVICES', at)
      .filter(({ phones }) => phones.length > 0)
      .map(({ id, openNow, closesAt, opensAt }) => ({ id, openNow, closesAt, opensAt }));
    expect(shown.filter(({ id }) => answered.some((other) => other.id === id))).toEqual(answered);
  }
});

test('beyond its days a pack claims nothing but what is always open', () => {
  const { first } = whoAnswers(pack, '0180', new Date('2027-03-01T10:00:00Z'), 'en');
  expect(first.some(({ openNow }) => openNow)).toBe(true);
  expect(first.filter(({ openNow, closesAt }) => openNow && closesAt !== null)).toEqual([]);
  expect(first.every(({ opensAt }) => opensAt === null)).toBe(true);
});

test('every municipality has somebody who answers', () => {
  const silent = Object.keys(pack.municipalities).filter(
    (code) => !whoAnswers(pack, code, issued, 'sv').first.some(({ openNow }) => openNow),
  );
  expect(Object.keys(pack.municipalities)).toHaveLength(290);
  expect(silent).toEqual([]);
});

test('a pack fits on a phone', () => {
  expect(JSON.stringify(pack).length).toBeLessThan(300_000);
});
