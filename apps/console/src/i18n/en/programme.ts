export const programme = {
  interactions: {
    lookup: 'Why was this customer (not) asked?', lookupHint: 'By the interaction, or by the customer', source: 'Source', id: 'Event id', or: 'or', customer: 'Customer', find: 'Find', decisions: 'Decisions',
    empty: 'Nothing known', emptyText: 'No such interaction was accepted. Check source and id, or send it again: the same event counts once.',
    policy: 'policy {{version}}', steps: { occurred: 'Happened', accepted: 'Accepted', decided: 'Decided', due: 'Looked at', sent: 'Message sent', answered: 'Answered' }, trouble: 'Sending was tried {{attempts}} times:',
    send: 'Send a test', sendHint: 'One interaction through the front door, as your systems would send it', email: 'Customer’s e-mail', sendButton: 'Send',
  },
  decision: {
    pending: 'Pending', invited: 'Invited', 'sampled-out': 'Sampled out', 'contacted-too-recently': 'Contacted too recently', 'opted-out': 'Opted out', 'no-consent': 'No consent', 'no-address': 'No address',
    'outside-policy': 'Outside policy', expired: 'Expired', displaced: 'Displaced', excluded: 'Excluded',
  },
  programme: {
    tabs: { units: 'Units', touchpoints: 'Touchpoints', programmes: 'Programmes', keys: 'API keys' },
    name: 'Name', key: 'Key', keyHint: 'Lower-case letters, digits and hyphens. It stays for ever.', edit: 'Edit', save: 'Save', cancel: 'Cancel', saved: 'Saved', fold: 'Fold {{name}}', unfold: 'Unfold {{name}}',
    unitsHint: 'Branches, regions, call centres: scores fold up along this tree', addUnit: 'Add unit', closeUnit: 'Close the unit', parent: 'Belongs to', top: 'Nothing: it is the top', timeZone: 'Time zone', timeZoneHint: 'Empty: that of the unit above',
    noUnits: 'No units yet', noUnitsText: 'Add the top of your organisation first, then the regions and branches below it.',
    touchpointsHint: 'Occasions that customers are asked about', addTouchpoint: 'Add touchpoint', programme: 'Programme', weight: 'Weight', weightHint: 'In the total score', weightFrom: 'Weight holds from', weightFromHint: 'Without a day: from today. Totals of earlier periods keep the weight of their time', weightSince: '{{weight}} from {{day}}', delay: 'Asked after', atOnce: 'At once',
    noTouchpoints: 'No touchpoints yet', noTouchpointsText: 'Add the occasions you want to ask about: a visit, a call, a delivery.',
    programmesHint: 'Whom to ask, how and how often; scores of programmes never mix', addProgramme: 'Add programme', kind: 'Kind', kinds: { transactional: 'Transactional', relationship: 'Relationship', benchmark: 'Benchmark' },
    audience: 'Audience', audiences: { customers: 'Customers', employees: 'Employees', partners: 'Partners' }, anonymous: 'anonymous', anonymousLabel: 'Anonymous: nobody is named, and answers are published in batches of at least 5. This is said once, when the programme is made',
    channels: 'Channels', sample: 'Share asked', frequency: 'How often', frequencyDays: 'Days between invitations', noLimit: 'No limit',
    onceIn_one: 'Once a day', onceIn_other: 'Once in {{count}} days', quietHours: 'Quiet hours', quietFrom: 'Quiet from', quietTo: 'Quiet until', expiry: 'Can be answered for', amendWindow: 'Can be amended for',
    caseDue: 'Cases due within', leastN: 'Least n', priority: 'Priority',
  },
  keys: {
    hint: 'How other systems sign in; each may do only what its rights say', create: 'Create key', none: 'No keys yet', noneText: 'Create one for each system that sends interactions or reads figures.', scopes: 'Rights', units: 'Units',
    unitsHint: 'Empty: all of yours', created: 'Created', revoke: 'Revoke', revoked: 'Revoked', revokeSure: 'Systems that use “{{name}}” are refused from now on. This cannot be undone.',
    once: 'This is the key. It is shown this once: copy it now.',
  },
  operations: {
    health: 'Health', ready: 'The whole platform is ready', notReady: 'Not ready: what is missing comes first', up: 'Up', down: 'Down', service: 'Service',
    deadLetters: 'Dead letters', deadLettersHint: 'Records that could not be processed, oldest first', none: 'No dead letters', noneText: 'Everything that {{service}} read was processed.',
    when: 'When', topic: 'Topic', consumer: 'Consumer', kind: 'Kind', kinds: { malformed: 'Malformed', failed: 'Failed' }, reason: 'Reason', key: 'Key', read: 'Read', letter: 'Dead letter', replay: 'Replay', replayed: 'Processed now',
    rebuilds: 'Rebuilds', rebuildsHint: 'Read models counted anew from Kafka beside the live ones, which stay in use until the swap', model: 'Read model', rebuild: 'Rebuild', cancelRebuild: 'Cancel',
    rebuildStates: { building: 'building', 'catching-up': 'catching up', swapped: 'swapped in', failed: 'failed', cancelled: 'cancelled' }, rebuildOf: '{{model}}: {{percent}} percent',
    records: '{{done}} of {{total}} records', perSecond: '{{rate}} a second', secondsLeft: '{{seconds}} s left', noneWrong: 'no row was wrong', putRight: '{{rows}} rows put right', noModels: '{{service}} keeps nothing that can be built anew.',
  },
};
