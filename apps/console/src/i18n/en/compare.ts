export const compare = {
  compare: {
    title: 'Is there a difference', first: 'First group', second: 'Compared with', against: { rest: 'All others', before: 'The time before', group: 'Another group' }, rest: 'all others', restHint: 'All answers of the selection beside the first group', group: 'Group',
    verdict: {
      higher: '<b>{{a}}</b> is higher than <b>{{b}}</b>: {{points}} points. That is more than chance.', lower: '<b>{{a}}</b> is lower than <b>{{b}}</b>: {{points}} points. That is more than chance.',
      undecided: '<b>{{a}}</b> and <b>{{b}}</b> are {{points}} points apart. With these answers that may be chance.', few: 'Too few answers to say whether <b>{{a}}</b> and <b>{{b}}</b> differ.', withheld: '<b>{{a}}</b> and <b>{{b}}</b> are withheld: so few answers of an anonymous programme would tell of persons.',
    },
    difference: 'Difference in points', interval: 'Its 95% interval', chance: 'By chance alone', significance: 'Verdict', significant: 'Significant', notSignificant: 'Undecided',
    same: 'Choose a second group', sameText: 'A unit, a touchpoint or a time that differs from the first group.', shared: 'The groups share answers', sharedText: 'The same answer cannot be on both sides. Choose what lies apart, or compare with all others: never a unit with one that contains it.',
    ranking: 'Who can be told apart', rankingHint: 'Best tier first. Within a tier the answers tell nobody apart, so that nobody there is first or last', rankBy: 'Rank', by: { unit: 'Units', single: 'Each branch', touchpoint: 'Touchpoints' }, place: 'Place', tier: 'Tier {{tier}}',
    members_one: '{{shown}} member', members_other: '{{shown}} members', oneTier: 'One tier: these do not differ by more than chance.', aboveRest: 'Above all others: {{points}}', belowRest: 'Below all others: {{points}}', asRest: 'May be as all others: {{points}}', answersOf: 'Answers of {{name}}: {{n}}', unranked: 'Too few answers to rank:',
  },
};
