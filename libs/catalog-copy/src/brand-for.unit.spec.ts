import { brandSet, type DataOf } from '@candor/contracts';
import { brandFor, indexBrands } from './brand-for.ts';

const brand = (key: string, units: string[], programmes: string[] = []) => ({ ...(brandSet.sample as DataOf<typeof brandSet>), key, units, programmes });
const brands = indexBrands([brand('bank', ['bank']), brand('north', ['north', 'west']), brand('yearly', [], ['yearly'])]);
const of = (path: string[], programme = 'transactional') => brandFor(brands, path, programme)?.key;

describe('the brand of a message', () => {
  it('is that of the nearest unit', () => {
    expect(of(['bank', 'north', 'haifa'])).toBe('north');
    expect(of(['bank', 'south'])).toBe('bank');
    expect(of(['bank'])).toBe('bank');
  });
  it('is that of the programme before any unit', () => expect(of(['bank', 'north'], 'yearly')).toBe('yearly'));
  it('is nobody\'s where none was given', () => expect(of(['other'])).toBeUndefined());
});
