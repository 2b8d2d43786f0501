export const inbox = {
  inbox: {
    queue: 'Queue', case: 'Case', status: 'Which cases', filter: { mine: 'My queue', open: 'Unclaimed', claimed: 'Claimed', closed: 'Closed' }, me: 'Me', anyone: 'Anyone', assignee: 'Assigned to', nobody: 'Nobody yet',
    empty: 'Nobody is waiting', emptyClosed: 'Nothing closed yet', emptyText: 'A case opens here by itself when a customer gives 0 to 6.',
    unknownPerson: 'Unknown customer', forgotten: 'Asked to be forgotten', noWords: 'No words with this score.', left: '{{distance}} left', late: '{{distance}} late', dueFirst: 'First response due', dueFollowUp: 'Follow-up due',
    overview: 'How the queue stands', overviewHint: '<k>J</k> opens the most urgent case, <k>?</k> shows all keys.', tiles: { all: 'In this queue', soon: 'Due within the hour', late: 'Late' },
    load: { title: 'Load by agent', who: 'Agent', tasks: 'Cases', oldest: 'Oldest' },
    customerSince: 'customer since {{since}}', facts: { touchpoint: 'Touchpoint', unit: 'Unit', servedBy: 'Served by', answered: 'Answered' },
    timeline: 'History', system: 'Candor',
    history: {
      opened: 'Case opened', viewed: '{{who}} opened the case: the score is locked', claimed: '{{who}} claimed the case', assigned: '{{who}} gave the case to {{assignee}}', released: '{{who}} released the case',
      noted: '{{who}} wrote a note', closed: '{{who}} closed the case: {{outcome}}', reopened: 'The case was opened again', answerChanged: 'The answer was changed to {{score}}', answerWithdrawn: 'The answer no longer counts',
      overdueFirst: 'The first response is overdue', overdue: 'The follow-up is overdue', erased: 'The customer asked to be forgotten',
    },
    todo: 'What to do', state: { open: 'Nobody has claimed this case', mine: 'This case is yours', claimed: 'With {{who}}', closed: 'Closed: {{outcome}}' },
    claim: 'Claim', release: 'Release', close: 'Close', note: 'Note', notePlaceholder: 'What was said, what was promised', draftKept: 'Kept in this browser until you save it', saveNote: 'Save note',
    outcome: 'Outcome', chooseOutcome: 'Choose', assignTo: 'Assign to', contact: { none: 'No phone or address is known.', refused: 'This customer asked not to be contacted about the answer.' },
    done: { claim: 'The case is yours', release: 'Released', notes: 'Note saved', close: 'Case closed', assign: 'Assigned' },
  },
  outcome: { resolved: 'Resolved', explained: 'Explained', compensated: 'Compensated', unreachable: 'Not reached', 'no-action': 'No action', duplicate: 'Duplicate' },
};
