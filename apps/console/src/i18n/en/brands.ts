export const brands = {
  brands: {
    hint: 'Who messages are from and how they look; the question is worded the same for everybody', add: 'Add a brand', none: 'No brands yet', noneText: 'Messages are from the enterprise, in everybody’s words. Add a brand to give units or programmes their own name, colour and words.',
    nameHint: 'What customers are asked to recommend', sender: 'Sender', colour: 'Colour', colourHint: 'Of the line above the message; never on the scale', logo: 'Logo', logoHint: 'An https address; the mailbox of whoever opens the mail fetches it',
    units: 'Units', unitsHint: 'With everything below them, unless a brand is nearer', programmes: 'Programmes', programmesHint: 'A programme’s brand goes before a unit’s', usedBy: 'Used by', nobody: 'Nobody yet', words: 'Own words', show: 'Show the message',
    language: 'Language of the words', refusedIn: 'Look at the words in {{languages}}', asEverybody: 'As everybody says it', places: 'May hold',
    texts: { subject: 'Subject', greeting: 'Greeting', greetingWithoutName: 'Greeting without a name', footer: 'Why the message came', address: 'Address of the enterprise' },
  },
};
