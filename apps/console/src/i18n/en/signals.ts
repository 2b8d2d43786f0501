export const signals = {
  signals: {
    state: { open: 'Open', recovered: 'Over', all: 'All' }, stillOpen: 'Open', stateLabel: 'Open or over', kindLabel: 'What is signalled', allKinds: 'Everything',
    kind: { drop: 'Drop', rise: 'Rise', attack: 'Attack', begging: 'Begging for tens', 'cherry-picking': 'Picking customers' },
    empty: 'Nothing is out of the usual', noneSuch: 'No such signals', emptyText: 'A signal comes when a score leaves its own weeks before by more than chance, when answers pour in that nobody asked for, or when somebody asks for tens or picks whom to ask.',
    say: {
      drop: 'Down {{points}} points: {{now}} in the last {{days}} days ({{n}} answers), after {{before}} in the twelve weeks before ({{m}} answers). Where nothing has changed, chance does this {{odds}}.',
      rise: 'Up {{points}} points: {{now}} in the last {{days}} days ({{n}} answers), after {{before}} in the twelve weeks before ({{m}} answers). Where nothing has changed, chance does this {{odds}}.',
      attack: '{{n}} answers that nobody was asked for came within 24 hours; {{usual}} a day are usual, and the busiest day of four weeks had {{busiest}}. Chance does this {{odds}}.',
      begging: '{{share}} of {{of}} answers in four weeks are tens; of the others’ at this touchpoint {{peers}}. Chance does this {{odds}}.',
      'cherry-picking': '{{share}} of {{of}} customers could be asked, by what was recorded of them; of the others’ at this touchpoint {{peers}}. Chance does this {{odds}}.',
      nothing: 'Too few answers by now to say anything.',
    },
    mark: {
      'same-score': '{{share}} of them gave the same score.', 'same-comment': '{{share}} of the comments are the same.', 'all-at-once': '{{share}} came within ten minutes.',
      'no-nines': 'There are hardly any nines, which good service gets too.', prompt: 'Many came while the customer was still there.', run: 'There were {{run}} tens in a row.', tens: 'Those who were asked gave more tens.',
    },
    before: 'Before', now: 'At the signal', today: 'In 24 hours', usualDay: 'Usual day', busiestDay: 'Busiest day', here: 'Here', peers: 'The others', countOf: '{{count}} of {{of}}',
    share: { tens: 'Tens', noNines: 'Tens among nines and tens', prompt: 'Answered within ten minutes', coverage: 'Could be asked', run: 'Longest run of tens' },
    chance: { once: 'once in {{looks}} looks', rarer: 'less than once in {{looks}} looks' }, test: 'So much is looked at together that a signal has to be rarer than {{needed}}', history: 'What became of it', asking: 'How they were asked',
    acknowledge: 'Take note', acknowledged: 'Noted', acknowledgedBy: 'Noted by {{who}}', note: 'What is known of it, or done about it',
    end: { recovered: 'Recovered', 'no-answers': 'No more answers', 'new-level': 'Usual by now' }, what: { raised: 'Raised', updated: 'Still so', acknowledged: 'Noted', recovered: 'Recovered', 'no-answers': 'No more answers', 'new-level': 'Usual by now' },
  },
  notes: {
    title: 'What happened', hint: 'Market events and changes of the last 90 days; they stand in the trend', empty: 'Nothing noted', emptyText: 'Note what may explain a score: a competitor’s offer, a new queue system, a strike.',
    kind: { market: 'Market', change: 'Change' }, kindLabel: 'Market event or change', text: 'What happened', day: 'Day', where: 'Where', everywhere: 'Everywhere', add: 'Note it', remove: 'Remove the note: {{text}}', column: 'Noted',
  },
  breaks: {
    title: 'Breaks', kind: { survey: 'Survey', weights: 'Weight' }, survey: 'version {{survey}} instead of {{was}}: answers before and after may differ by the question', weights: '{{touchpoint}}: {{weight}} instead of {{was}} in the total; pooled scores stay as they are',
  },
};
