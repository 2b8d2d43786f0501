import { saidOnly } from './brand.ts';

test('texts that were emptied are not sent, nor languages that have none left: there everybody\'s words hold', () => {
  expect(saidOnly({ en: { subject: 'How was it?', footer: '  ' }, he: { greeting: '' } })).toEqual({ en: { subject: 'How was it?' } });
});
