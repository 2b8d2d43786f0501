export const official = {
  official: {
    tabs: { quarters: 'Quarters', targets: 'Targets', norms: 'Norms' }, quarters: 'Quarters', quartersHint: 'A published figure stays as it was frozen; the live one goes on', state: 'State', actions: 'What can be done',
    states: { live: 'Running, live', over: 'Over, not frozen', empty: 'Over, nobody answered', frozen: 'Frozen, not signed', signed: 'Signed' }, frozenBy: 'Frozen by', signedBy: 'Signed by', restated_one: 'Restated, edition {{edition}}: {{shown}} figure changed.', restated_other: 'Restated, edition {{edition}}: {{shown}} figures changed.',
    act: { freeze: 'Freeze', sign: 'Sign', restate: 'Restate' }, actOf: { freeze: 'Freeze {{quarter}}', sign: 'Sign {{quarter}}', restate: 'Restate {{quarter}}' },
    what: {
      freeze: 'The figures of every unit and touchpoint are kept as they are now, with the targets of today. Answers that change or come later move the live score only. This cannot be undone; a mistake is mended by restating, which everybody sees.',
      sign: 'You say with your name that these figures of {{quarter}} are right. Budgets and bonuses may be decided by them. A signature cannot be taken back.',
      restate: 'A further edition is made of the figures as they are now. It is not signed yet. The editions before it stay, and every changed figure says what it was, with your reason.',
    },
    reason: 'Reason', reasonHint: 'Shown wherever the restated figures are', done: { freeze: 'Frozen', sign: 'Signed', restate: 'Restated' },
    figures: 'Official figures, {{quarter}}', figuresHint: 'As they were frozen, with the targets of then. A name opens its answers as they are today.', by: 'Figures by', bys: { unit: 'By unit', touchpoint: 'By touchpoint' }, edition: 'Edition', editionNumber: 'Edition {{edition}}', because: 'Restated because:',
    noFigure: 'Nothing was frozen of this. Choose another unit.', target: 'Target', noTarget: 'No target', was: 'Was {{nps}} from {{n}} answers', wasNone: 'Had no score before', newFigure: 'Not in the edition before', notFrozen: '{{quarter}}: not frozen, live figures', liveHint: 'Live figures of {{days}}. Undecided: the interval contains the target, or answers are too few',
    targets: 'Targets, this quarter so far', none: 'No target yet', noneText: 'A target says what score a unit, a touchpoint, or everything should reach.', setTarget: 'Set a target', targetHint: 'A score from −100 to +100. Quarters that were frozen keep the target of then', targetSet: 'Target set', targetRemoved: 'Target taken away', place: 'Of', setBy: 'Set by',
  },
  questions: {
    title: 'Three questions', hint: 'Only three yeses are good. From the answers of {{days}}', hintWait: 'Only three yeses are good', rivals: 'Above our direct competitors?', zero: 'Above zero?', grown: 'Has it grown?',
    said: { yes: 'Yes', no: 'No', undecided: 'Undecided', unknown: 'Unknown' }, norm: { yes: 'Above', no: 'Below', undecided: 'May be as high' }, noRival: 'No competitor is known.', nameRivals: 'Name them', moreRivals_one: 'and {{shown}} more', moreRivals_other: 'and {{shown}} more',
    over_one: 'In {{shown}} month:', over_other: 'In {{shown}} months:', change: { few: 'too few answers then or now', chance: 'may be chance', up: 'grown', down: 'fallen' },
    band: 'Band up to {{upTo}}: {{band}}.', industry: 'Industry', chooseIndustry: 'Choose yours', normOf: 'what is usual for {{industry}} ({{norm}}).', edit: 'Norms, bands and competitors', measured_one: 'by {{shown}} answer', measured_other: 'by {{shown}} answers', stated: 'put in by hand',
  },
  rivals: {
    title: 'Competitors, by customers', hint: 'What customers gave competitors, beside what the same customers gave us', who: 'Competitor', theirs: 'Their score', ours: 'Ours, by the same', chosen: 'Would choose them', stated: 'put in by hand: {{nps}}',
    apart: { few: 'too few answers', chance: 'may be chance', up: 'above them', down: 'below them' }, likely: 'Of {{n}} asked, {{share}} are likely to choose another company over us.', fewAsked: '{{n}} were asked whether they would choose another company: too few to tell.', unnamed: '{{shown}} of them named none.',
  },
  norms: {
    note: 'What is given are figures quoted in articles. Norms of other countries and markets say nothing about yours: put in what you know.', companies: 'Competitors and other companies', companiesHint: 'The first of the three questions asks about competitors', company: 'Company', rival: 'Direct competitor', isRival: 'Competitor', isOther: 'Other', addCompany: 'Add a company', noCompany: 'No company', noCompanyText: 'Add your direct competitors, and the score that is known of them.',
    industries: 'Industries', industriesHint: 'The score that is usual there', usual: 'Usual score', addIndustry: 'Add an industry', edit: 'Edit', editOf: 'Edit {{name}}', remove: 'Take away', removed: 'Taken away', score: 'Score', scoreHint: '−100 to +100', noScore: 'Must be a number from −100 to +100', rivalLabel: 'A direct competitor', rivalHint: 'They and we want the same customers', source: 'Source', sourceHint: 'Where and when the score was measured',
    bands: 'Bands', bandsHint: 'What a score means; each begins above the end of the one before it', editBands: 'Edit bands', meaning: 'Meaning', meaningOf: 'Meaning of band {{number}}', upTo: 'Up to', upToOf: 'End of band {{number}}', removeBand: 'Remove band {{number}}', addBand: 'Add a band', fault: { order: 'The ends must be numbers that rise from above −100 to +100.', words: 'Each band needs a meaning.' },
    industry: { 'digital-retail': 'Digital retail', grocery: 'Grocery', banks: 'Banks', airlines: 'Airlines', insurance: 'Insurance', 'online-shop': 'Online shops', consulting: 'Consulting', telecom: 'Telecommunication' },
    band: { poor: 'Most had a bad experience', normal: 'Normal, with room to grow', good: 'Where most are', loved: 'Among the most loved', outstanding: 'Nearly unreachable' },
  },
};
