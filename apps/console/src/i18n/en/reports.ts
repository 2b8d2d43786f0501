export const reports = {
  drivers: {
    title: 'What goes with detractors and promoters', hint: 'Share among detractors and among promoters. It goes with them; whether it is the cause is for people to find out', by: 'Look at', strongest: 'The strongest of all', value: 'What', shares: 'Of all detractors, of all promoters', goesWith: 'Goes with',
    difference: 'Difference in points', undecided: 'May be chance', empty: 'Answers will show what goes with them.', nothing: 'Nothing stands out', nothingText: 'No attribute differs between detractors and promoters by more than chance. Choose a kind to see all of it, or a longer time.',
    note: 'Of {{detractors}} detractors and {{promoters}} promoters. All are tested together, corrected for their number (Holm); with fewer than {{least}} answers nothing is tested.', most: 'The {{shown}} most frequent of {{values}}.', drawn: 'Looked at {{shown}} of {{answers}} answers, drawn by chance.',
    anonymous: 'Not told of an anonymous programme', anonymousText: 'Looking at single answers would find single people. Its published figures are on the page of scores.',
    kind: { touchpoint: 'Touchpoint', unit: 'Unit', channel: 'Channel', servedBy: 'Person served', product: 'Product', segment: 'Customer segment', language: 'Language', account: 'Account', weekday: 'Day of the week', hour: 'Time of day', delay: 'Time from event to answer', tenure: 'Customer for', words: 'Words of comments' },
    band: { 'up-to-1h': 'Up to 1 hour', '1h-to-6h': '1 to 6 hours', '6h-to-1d': '6 to 24 hours', '1d-to-3d': '1 to 3 days', '3d-to-7d': '3 to 7 days', 'over-7d': 'Over 7 days', 'up-to-3m': 'Up to 3 months', '3m-to-1y': '3 months to 1 year', '1y-to-3y': '1 to 3 years', '3y-to-10y': '3 to 10 years', 'over-10y': 'Over 10 years' },
    worth: { lowest: 'Least valuable quarter', lower: 'Less valuable quarter', higher: 'More valuable quarter', highest: 'Most valuable quarter' },
  },
  silence: {
    title: 'Who does not answer', hint: 'Of messages that arrived and whose time to answer is over, by the day they were sent', by: 'Compare by', apart: 'All that differ', channels: 'Response rate by channel', norm: 'Norm', against: 'Against the norm', of: 'of {{shown}}',
    state: { met: 'Met', 'not-met': 'Not met', undecided: 'Undecided' }, difference: 'Against all others, points', answers: 'Answers', than: { more: 'More than others', less: 'Less than others', undecided: 'May be chance' },
    pooled: 'Score as it came', weighted: 'Weighted by who was asked', mixMoves: 'Moved by the mix', covered: 'covers {{share}} of those asked', method: { everyone: 'Everyone asked', sample: 'Samples', 'value-quota': 'Chosen by value', 'relationship-walk': 'Walks through the base', unknown: 'Selection not recorded' },
    kind: { touchpoint: 'Touchpoint', unit: 'Unit', channel: 'Channel', segment: 'Customer segment', language: 'Language', product: 'Product', account: 'Account', servedBy: 'Person served', value: 'Worth of the interaction', tenure: 'Customer for', weekday: 'Day it was sent', hour: 'Time it was sent' },
    none: 'Nobody’s time is over yet', noneText: 'Messages whose time to answer is over will show who stays silent. Choose an earlier time.', nobodyApart: 'No group answers more or less than the others by more than chance.',
    note: '{{silent}} of {{delivered}} stayed silent; {{bounced}} messages came back. Groups are tested together, corrected for their number (Holm).',
  },
  levels: {
    title: 'Service levels', hint: 'How long answers and tasks take, and whether what was promised to unhappy customers is kept', step: 'Step', steps: { 'answer-to-score': 'Answer to score', 'answer-to-report': 'Answer to report', 'answer-to-task': 'Answer to task', 'task-to-first-response': 'Task to first response', 'task-to-close': 'Task to its end' },
    p50: 'Half within', p50Hint: 'Median', p95: '95% within', p95Hint: '95th percentile', p99: '99% within', p99Hint: '99th percentile', kept: 'Deadline kept', noPromise: 'No deadline', counts: '{{inTime}} in time, {{late}} late, {{overdue}} overdue, {{waiting}} still in time',
    none: 'Nothing to time', noneText: 'New answers and tasks will show how long they take. What was imported says nothing of that.',
  },
  report: {
    title: 'Quarterly report', titles: 'Quarterly reports', quarter: 'Q{{number}} {{year}}', quarterLabel: 'Quarter', print: 'Print / PDF', keptAt: 'Kept on {{when}}', notKept: 'Not kept; figures of {{when}}', running: 'Still running; figures of {{when}}',
    standing: 'How we stand', before: 'Quarter before', change: 'Change', target: 'Target', noTarget: 'None set', question: { aboveRivals: 'Above our rivals?', aboveZero: 'Above zero?', grown: 'Grown over 3 to 6 months?' }, answer: { yes: 'Yes', no: 'No', undecided: 'Undecided' },
    standouts: 'What stands out', standoutsHint: 'Of {{units}} units and {{touchpoints}} touchpoints, those that differ from all others by more than chance', worst: 'Below all others', best: 'Above all others', where: 'Where', others: 'Against others', none: 'None',
    nobodyAsked: 'Nobody was asked, or nobody’s time to answer is over.', loop: 'What became of the unhappy', words: 'What customers said',
    plan: 'Plan', planHint: 'Problems, who mends them, until when, and how that is seen', noPlan: 'No plan yet. A report that leads to no plan was made for the drawer.', planLater: 'The plan is written when the quarter is over.', keepAndPlan: 'Keep the report and write the plan', writePlan: 'Write the plan', editPlan: 'Change the plan',
    problem: 'Problem', owner: 'Who mends it', deadline: 'Until', measure: 'Measure', measureHint: 'How it will be seen that it is mended', done: 'Done', yes: 'Done', notYet: 'Open', item: 'Problem {{number}}', remove: 'Remove', add: 'Add a problem', savePlan: 'Save the plan', cancel: 'Cancel',
    look: 'Look at a quarter', lookHint: 'Of all your units; a unit can be chosen there', kept: 'Kept reports', keptHint: 'Made when a quarter was over, as it was then', noneKept: 'No report kept yet', noneKeptText: 'When a quarter is over its report is kept by itself. A quarter can be looked at before.', made: 'Kept', unplanned: 'No plan yet', progress: '{{done}} of {{items}} done',
  },
  accounts: {
    title: 'Accounts', hint: 'One person’s opinion is not the client’s. What is at risk comes first', figure: { allAnswers: 'All answers', accountAverage: 'Account by account', decisionMakerFirst: 'Who decides first' }, heard: 'Accounts heard', covered: 'Worth that was heard', atRisk: 'Worth at risk', otherCurrencies: '(other currencies left out)',
    account: 'Account', standing: 'Stands as', decider: 'Who decides', unknown: 'Not heard', answers: 'All its answers', of: '{{answers}} of {{people}} people', worth: 'Worth', more: 'Show more',
  },
  growth: {
    title: 'Money beside the score', hint: 'What customers bring, by their last answer before this time, against the same time before', said: 'Said before', group: { all: 'Everybody', unasked: 'No answer before' }, customers: 'Customers before', before: 'Brought before', now: 'Bring now', retention: 'Revenue kept', churn: 'Left', lifetime: 'Worth so far, each',
    badProfits: 'More is earned while the score falls by more than chance: these may be bad profits.', noReferrals: 'Earned growth needs to know who came by a recommendation, which interactions do not say (their attribute “referred”).', earned: 'Earned growth {{growth}}: revenue kept, and what new customers bring who were recommended. Of {{of}} new ones {{told}} say how they came; {{referred}} were recommended.',
  },
};
