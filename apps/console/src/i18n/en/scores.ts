export const scores = {
  scores: {
    asOf: 'As of', changed: '<b>{{change}}</b> since the same time before ({{before}}).', mayBeChance: '<b>{{change}}</b> since the same time before ({{before}}): may be chance.',
    same: 'As in the same time before ({{before}}).', noComparison: 'Too few answers before to compare with.',
    mean: 'Mean score', responseRate: 'Response rate', noRateYet: 'nobody’s time to answer is over yet', invited: 'Invited', answered: 'Answered', pending: 'Pending', bounced: 'Bounced',
    distribution: 'Distribution', distributionHint: 'How often each score was given', score: 'Score', segment: 'Segment', answers: 'Answers', share: 'Share',
    trend: 'Trend', trendHint: 'The band is the 95% interval; where there are too few answers, there is a gap', trendEmpty: 'No step has enough answers. Choose longer steps or a longer time.',
    trendAlt: 'Trend of the score with its interval; the same as a table is one button away.', trendPoint: '{{nps}} ({{low}} … {{high}}), n {{n}}',
    step: 'Steps', by: { hour: 'Hours', day: 'Days', week: 'Weeks', month: 'Months', quarter: 'Quarters' }, when: 'When', figure: 'Score',
    heat: 'Touchpoints by unit', heatHint: 'Colour: distance from the whole; the paler, the less certain. A figure opens its answers, a unit the units below it',
    heatSilent: 'No answers:', heatEmpty: 'Answers to the touchpoints of these units will fill this table.', unit: 'Unit', allTouchpoints: 'All touchpoints', cell: '{{nps}}, between {{interval}}, from {{n}} answers',
  },
  total: {
    title: 'Total score', hint: 'Composed of the touchpoints’ scores, each by its weight; not the score of all answers together.', empty: 'Answers to touchpoints that have a weight will compose it.',
    weight: 'Weight', share: 'Share', score: 'Score', answers: 'Answers', points: 'Brings', noScore: 'no answers in this time', missing: 'Without {{list}}: nobody answered there, so the others weigh more.',
    since: 'These weights have held since {{day}}.', ever: 'These weights have always held.', changed: 'Inside this time weights changed on {{days}}: before and after are not the same mix.', normalised: 'They sum to {{sum}}, so shares were made of them.',
  },
  cuts: {
    title: 'Break down', hint: 'Each answer under what it said when it was recorded; response rates by what was known when people were asked', by: 'Break down by', notRecorded: 'Not recorded', empty: 'Answers of this time will fill this table.',
    failed: 'This cannot be shown here', failedText: 'There may be too many values, or a unit has moved in this time. Choose fewer units or a shorter time, or take it as a file from the API.',
    declare: 'Keep figures also by', declareHint: 'From now on; earlier answers count as not recorded. One breakdown at a time',
    names: { channel: 'Channel', product: 'Product', servedBy: 'Person served', segment: 'Customer segment', language: 'Language', surveyVersion: 'Survey version', account: 'Account' },
  },
  answers: {
    all: 'All', empty: 'No answers', anonymous: 'This programme is anonymous: single answers are not shown. What was written is, once at least 5 have answered, without who wrote it or which score they gave.', emptyText: 'Nothing was answered here in this time. Choose a longer time or more units.', more: 'Show more', noWords: 'No words', spoken: 'Spoken reason, {{seconds}} seconds', servedBy: 'Served by {{who}}', without: 'Without {{what}}',
    excluded: 'Excluded', openCase: 'Open the case', noCase: 'No case was opened for this answer',
  },
  home: {
    ranked: 'Units by score', rankedHint: 'With 95% intervals: where they overlap, units may not differ. The dashed line is the whole', rankedEmpty: 'Answers will rank the units here.', score: 'Score', n: 'n',
    problem: 'Where the problem is', problemHint: 'The lowest unit that differs from all others by more than chance', noProblem: 'No unit is lower than the others by more than chance.',
    problemIs: '<b>{{unit}}</b> is clearly below the other units.', whichTouchpoint: 'At which touchpoint?', whatTheySay: 'What do they say?',
    words: 'What customers say', allAnswers: 'All answers', noWords: 'No words yet', noWordsText: 'Customers’ comments appear here as they come in.',
    cases: 'Unhappy customers waiting', toInbox: 'To the inbox', waiting: 'Waiting',
  },
};
