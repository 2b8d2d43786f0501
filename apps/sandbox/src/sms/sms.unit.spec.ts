import { isAlphanumeric, numberOf, smsFate } from './numbers.ts';
import { piecesOf, segmentsOf } from './segments.ts';
import { Assembly, headerOf, partOf } from './smpp/parts.ts';
import { Texts } from './texts.ts';

test('segments are counted as operators bill them', () => {
  expect([segmentsOf('a'.repeat(160)), segmentsOf('a'.repeat(161)), segmentsOf('a'.repeat(307)), segmentsOf('€'.repeat(80)), segmentsOf('€'.repeat(81))]).toEqual([1, 2, 3, 1, 2]);
  expect([segmentsOf('א'.repeat(70)), segmentsOf('א'.repeat(71)), segmentsOf('א'.repeat(135)), segmentsOf('😀'.repeat(36))]).toEqual([1, 2, 3, 2]);
});

test('pieces give the text again, fit, and tear no character apart', () => {
  for (const [text, room] of [['😀x'.repeat(60), 67], ['a€'.repeat(120), 153]] as const) {
    const pieces = piecesOf(text);
    expect(pieces.join('')).toBe(text);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(room);
      expect(piece.isWellFormed()).toBe(true);
    }
  }
});

test('a number is the same in every spelling; a name stays a name', () => {
  expect([numberOf('+972 50-123 4567'), numberOf('972501234567'), numberOf('Meridian 24')]).toEqual(['+972501234567', '+972501234567', 'Meridian 24']);
  expect([isAlphanumeric('Meridian'), isAlphanumeric('+972501234567')]).toEqual([true, false]);
  expect(smsFate('+15550990002')).toBe('unreachable');
  expect(smsFate('+972500000002')).toBe('delivered');
});

test('parts with a reference of 8 or 16 bits are recognised, and nonsense is not', () => {
  expect(partOf([Buffer.from([0x00, 0x03, 9, 3, 2])])).toEqual({ reference: 9, total: 3, number: 2 });
  expect(partOf([Buffer.from([0x08, 0x04, 1, 2, 3, 1])])).toEqual({ reference: 258, total: 3, number: 1 });
  expect(partOf([Buffer.from([0x00, 0x03, 9, 3, 4])])).toBeUndefined();
  expect([...headerOf({ reference: 9, total: 3, number: 2 })]).toEqual([5, 0, 3, 9, 3, 2]);
  const assembly = new Assembly<number>();
  expect(assembly.add('a', { reference: 1, total: 2, number: 2 }, 'b', 2)).toBeUndefined();
  expect(assembly.add('a', { reference: 1, total: 2, number: 1 }, 'a', 1)).toEqual({ text: 'ab', carried: [2, 1] });
});

test('only the newest messages are kept', () => {
  const texts = new Texts();
  for (let i = 0; i < 20_003; i++) texts.keep({ direction: 'out', number: i < 2 ? '+111' : '+222', sender: 's', text: String(i), segments: 1, via: 'smpp', status: 'delivered' });
  expect(texts.conversations(10).map(({ number }) => number)).toEqual(['+222']);
  expect(texts.delivered({ limit: 30_000 })).toHaveLength(20_000);
});
