import { WORDING_PLACES, wrongPlace } from './wording.ts';

describe('the places of a text', () => {
  it.each([['Hello {{name}} of {{brand}}', 'greeting'], ['No places at all', 'address'], ['{ {} }', 'footer'], ['{{date}}{{until}}', 'footer']] as const)('are right in %j', (text, kind) => {
    expect(wrongPlace(text, WORDING_PLACES[kind])).toBeUndefined();
  });

  it.each([
    ['Hello {{nmae}}', 'greeting', 'has no value for {{nmae}}: there is {{name}}, {{brand}}'], ['{{ name }}', 'greeting', 'has no value for {{ name }}'], ['{{}}', 'subject', 'has no value for {{}}'],
    ['{{answer}}', 'footer', 'has no value for {{answer}}'], ['{{brand}}', 'address', 'it has none'], ['Hello {{name', 'greeting', 'has a place that does not end'], ['name}}', 'greeting', 'does not end'],
    ['{{toString}}', 'subject', 'has no value for {{toString}}'],
  ] as const)('are wrong in %j', (text, kind, why) => expect(wrongPlace(text, WORDING_PLACES[kind])).toContain(why));
});
