import {
  latestBy,
  mergeFields,
  mergeHeld,
  mergeRows,
  newestFirst,
} from '../../../../subgraphs/shared/loading/mergeRows';

describe('rows of one child', () => {
  it('are one row: what one does not hold another may, and the leading one counts', () => {
    const rows = [
      { id: 'a', sex: 'MALE', birthDate: null, phones: ['1'] },
      { id: 'b', sex: 'FEMALE', birthDate: '2010-01-02', phones: ['2'] },
    ];
    expect(mergeRows(rows)).toEqual({ id: 'a', sex: 'MALE', birthDate: '2010-01-02', phones: ['1', '2'] });
  });

  it('are nothing when there are none, and itself when there is one', () => {
    expect(mergeRows([])).toEqual({});
    expect(mergeRows([{ id: 'a', held: null }])).toEqual({ id: 'a', held: null });
  });

  it('say yes when one does', () => {
    expect(mergeHeld([false, true])).toBe(true);
    expect(mergeHeld([false, false])).toBe(false);
  });

  it('keep a field’s own order and choice', () => {
    const rows = [
      { id: 'a', case: { openedOn: '2024-01-01', status: 'CLOSED' }, found: [{ at: '2' }] },
      { id: 'b', case: { openedOn: '2025-01-01', status: 'OPEN' }, found: [{ at: '3' }, { at: '1' }] },
    ];
    const merges = { case: latestBy('openedOn'), found: newestFirst('at') };
    expect(mergeRows(rows, merges)).toMatchObject({
      case: { status: 'OPEN' },
      found: [{ at: '3' }, { at: '2' }, { at: '1' }],
    });
    const secret = rows.map((row) => ({ ...row, case: { ...row.case, openedOn: null } }));
    expect(mergeRows(secret, merges)).toMatchObject({ case: { status: 'CLOSED' } });
  });
});

it('fields that belong together come from one record', () => {
  const merge = mergeFields(['openedOn', 'municipality', 'closedOn']);
  const facts = [
    {
      registered: true,
      openedOn: '2024-01-01',
      municipality: '2580',
      closedOn: '2024-06-01',
      informedAt: null,
    },
    { registered: true, openedOn: '2025-01-01', municipality: '0180', closedOn: null, informedAt: 'then' },
  ];
  expect(merge(facts)).toEqual({ ...facts[1], informedAt: 'then' });
  expect(merge(facts.toReversed())).toEqual(merge(facts));
});
