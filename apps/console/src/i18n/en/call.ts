export const call = {
  call: {
    noCaller: 'Calls are not set up: there is no number to call from.', from: 'From {{caller}}.', recorded: 'Played as recorded by the enterprise, in these words.', consent: 'Only with consent to recording is it spoken of, and the reason asked for.',
    step: {
      opening: 'Somebody picks up', silence: 'They press nothing', 'no-score': 'They press something else', 'given-up': 'Nothing at the third try', stopped: 'They press star and nine', ten: 'They answer 10', nine: 'They answer 9', passive: 'They answer 7',
      detractor: 'They answer 3', talk: 'They press 1 to talk', 'nobody-free': 'Nobody picks up for them', 'no-talk': 'They would rather not talk', end: 'They have spoken',
    },
    key: { score: 'a score', ten: 'is 10', stop: 'no more calls', talk: 'to talk to a person' },
    then: { record: 'Then the tone, and what they say is recorded.', 'put-through': 'Then they are put through to a person.', end: 'Then the call ends.' },
  },
};
