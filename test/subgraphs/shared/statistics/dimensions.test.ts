import { readCell } from '../../../../schema/access/readCell';
import { rows } from '../../../../schema/access/rows';
import { definitions } from '../../../../subgraphs/definitions';
import { agencySubgraphs } from '../../../../schema/protocol/vocabulary';
import {
  categoryText,
  dimensions,
  type DimensionText,
} from '../../../../subgraphs/shared/statistics/dimensions';

const all = Object.entries<DimensionText>(dimensions);

describe('the dimensions of published figures', () => {
  it.each(all)('%s rests on facts that a county analyst may have counted', (_, { rows: counted }) => {
    for (const id of counted) {
      const row = rows.find((each) => each.id === id);
      expect(row && readCell(row.cells.LST)).toMatchObject({ aggregateOnly: true });
    }
  });

  it('are each counted by some agency', () => {
    const counted = agencySubgraphs.flatMap((agency) =>
      (definitions[agency].statistics ?? []).flatMap(({ dimensions: sql }) => Object.keys(sql)),
    );

    expect(all.map(([name]) => name).filter((name) => !counted.includes(name))).toEqual([]);
  });

  it('name places, and leave other codes as they are', () => {
    expect(categoryText('COUNTY', '01')).toEqual({ sv: 'Stockholms län', en: 'Stockholms län' });
    expect(categoryText('MUNICIPALITY', '0180').sv).toBe('Stockholm');
    expect(categoryText('CITIZENSHIP', 'AFG').en).toBe('AFG');
    expect(categoryText('CITIZENSHIP', 'UNKNOWN').sv).toBe('Okänt');
    expect(categoryText('MONTH', '03')).toEqual({ sv: 'mars', en: 'March' });
  });
});
