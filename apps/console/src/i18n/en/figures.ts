export const figures = {
  segment: { promoter: 'Promoter', passive: 'Passive', detractor: 'Detractor' },
  channel: { email: 'E-mail', sms: 'SMS', voice: 'Phone', web: 'Web', api: 'API' },
  figure: {
    n: 'n {{shown}}', none: 'No answers', tooFew: 'Too few answers', suppressed: 'Withheld', batches: 'This programme is anonymous. Its answers are published in batches of at least 5, each on one day and for one unit; what has not filled a batch is not shown, and what was published stays.', answers_one: '{{shown}} answer', answers_other: '{{shown}} answers',
    intervalHint: '95% interval: with these answers the true score lies in it 19 times out of 20.', scoreOf: '{{score}} of {{of}}', onScale: 'on {{low}} to {{high}}',
    distributionOf: 'Answers by score: {{list}}', distributionBar_one: 'Score {{score}}: {{shown}} answer, {{share}}', distributionBar_other: 'Score {{score}}: {{shown}} answers, {{share}}',
  },
  measure: {
    filter: 'Measure', names: { nps: 'NPS', enps: 'eNPS', csat: 'CSAT', ces: 'CES', womi: 'WoMI', smiley: 'Smileys' },
    titles: { nps: 'Net Promoter Score', enps: 'Employee Net Promoter Score', csat: 'Satisfaction (CSAT)', ces: 'Effort (CES)', womi: 'Word of mouth (WoMI)', smiley: 'Smileys' },
    smiley: { red: 'Red', yellow: 'Yellow', green: 'Green' }, womi: { promoters: 'Recommend', detractors: 'Discourage others', falseDetractors: 'False detractors: do neither' },
    through: 'counted through {{day}}', tree: 'Units', trees: { was: 'As it was', is: 'As it is' }, treeHint: 'Each answer where its unit stood when it was given, or where that unit stands now', cell: '{{shown}}, from {{n}} answers', trendPoint: '{{nps}}, n {{n}}',
  },
  files: { csv: 'As CSV', parquet: 'As Parquet', stop: 'Stop', progress: 'How much of the file has come', rows_one: '{{shown}} row', rows_other: '{{shown}} rows', megabytes: '{{shown}} MB so far' },
  rolling: { group: 'Rolling', '7d': 'Rolling 7 days', '30d': 'Rolling 30 days', '90d': 'Rolling 90 days', '365d': 'Rolling 365 days', hint: 'Each day stands for all days up to it; neighbouring points share most of their answers' },
  range: {
    label: 'Time range: {{range}}', '1d': 'Today', '7d': 'Last 7 days', '30d': 'Last 30 days', '90d': 'Last 90 days', '365d': 'Last 365 days', from: 'First day', to: 'Last day', apply: 'Show these days',
  },
  filter: { unit: 'Unit', allUnits: 'All units', touchpoint: 'Touchpoint', allTouchpoints: 'All touchpoints', programme: 'Programme', nothing: 'Nothing found', clear: 'Clear' },
  behind: {
    table: 'Show as a table', chart: 'Show as a chart', answers: 'The answers behind it', api: 'The API call that returns this', apiHint: 'Returns the same figure, with a key that may read scores.', way: 'Way to ask', odataHint: 'For Excel, Power BI and Tableau, with the key as password. Rows add up; units are as the tree is now (tree=is).', sqlHint: 'For a SQL user (POST /v1/bi-users), who sees their own units; units are as the tree is now (tree=is).', copy: 'Copy', copied: 'Copied', reference: 'API reference',
  },
};
