import { spellSeconds } from './spell-seconds.ts';

test.each([[0.24, '240 ms'], [1.23, '1.2 sec'], [42, '42 sec'], [90, '1.5 min'], [12_600, '3.5 hr'], [259_200, '3 days']])('%d seconds are %s', (seconds, text) => expect(spellSeconds(seconds, 'en')).toBe(text));
