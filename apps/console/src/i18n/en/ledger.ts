export const ledger = {
  ledger: {
    notComing: 'Whom a question is still to go to is shown once the message is out: those whose results are measured must not see it coming.',
    title: 'Ledger', hint: 'Every interaction has one decision with its reason, newest first. Days are those of the unit', outcome: 'Outcome', allOutcomes: 'All outcomes', allInteractions: 'All interactions', empty: 'No decisions', emptyText: 'Nothing came in here in this time. Choose a longer time or more units.',
  },
  reason: {
    INVITED: 'asked', BOUNCED: 'the message came back', DELAY: 'waits for its moment', QUIET_HOURS: 'waits for the end of quiet time', QUOTA_OPEN: 'waits for the end of the quota’s period', QUOTA: 'the quota was full', SLOT_UNCLEAR: 'waits for another message to be noted',
    CATALOG_BEHIND: 'waits for the catalogue', SENDING: 'is being sent', DEFERRED: 'the other side asked to try later', THROTTLED: 'the provider asked for a slower pace', PROVIDER_DOWN: 'the provider does not answer', SAMPLE: 'not in the sample', FREQUENCY: 'asked recently',
    DISPLACED: 'a programme of higher priority went first', OPTED_OUT: 'said no', COMPLAINED: 'complained about a message', CONSENT_DENIED: 'denied consent', CONSENT_MISSING: 'did not give consent', NO_ADDRESS: 'no address is known', ADDRESS_INVALID: 'the address is not valid',
    ADDRESS_BOUNCED: 'an earlier message came back', CHANNEL_UNAVAILABLE: 'nothing is set up to send', NO_CHANNEL: 'the programme names no channel', PROSPECT: 'not a customer yet', SEGMENT: 'the programme is not for the segment', UNIT_CLOSED: 'the unit was closed',
    TOO_OLD: 'the time to ask was over', NOT_SENT_IN_TIME: 'could not be sent in time', DO_NOT_CONTACT: 'on the do-not-contact list', LITIGATION: 'in litigation', MINOR: 'a minor', DECEASED: 'deceased', ERASED: 'asked to be forgotten',
  },
  funnel: {
    stages: 'From interaction to answer', stage: { interactions: 'Interactions', eligible: 'Eligible', invited: 'Invited', delivered: 'Delivered', opened: 'Opened', started: 'Started', answered: 'Answered' }, indicative: 'indicative only',
    indicativeHint: 'Mail programs open messages for everybody, and others hide it: this can be counted, but not relied on.', ofBefore: '{{share}} of those before', ofDelivered: '{{share}} of delivered',
    reasons: 'Why, and why not', reasonsHint: 'Every interaction is in exactly one line', sum: 'Sum: all interactions',
    fourfold: 'Who answered, and who stayed silent', fourfoldHint: 'Silent: the message arrived, the time to answer is over, and no answer came. Answers from other systems count too', fourfoldEmpty: 'Answers, and invitations whose time is over, will fill this.', silent: 'Silent', waiting: 'Can still answer',
    split: 'The same by', splitHint: 'A name narrows this page, a number opens its decisions', by: { unit: 'Unit', servedBy: 'Person served', channel: 'Channel', touchpoint: 'Touchpoint' },
    messages: 'By message', messagesHint: 'Which message won the answer: by the link that was followed, or the last one on the channel that was answered on', message: 'Message', messageStage: { sent: 'Sent', reached: 'Reached', answered: 'Won the answer' }, messageShare: 'Of reached', noMessages: 'No messages',
    unknownMessage_one: 'Of {{shown}} answer it is not known which message won it.', unknownMessage_other: 'Of {{shown}} answers it is not known which message won them.',
    none: { unit: 'No unit', servedBy: 'Nobody named', channel: 'Not asked', touchpoint: 'No touchpoint' }, bounced: 'Bounced', answerShare: 'Answered of delivered', showAll: 'Show all {{count}}',
    servedBy: 'Id of person served', empty: 'No interactions', emptyText: 'Nothing came in here in this time. Choose a longer time or more units.',
  },
  journey: {
    title: 'Journey of an interaction', all: 'All interactions', hint: 'What became of it, with times; what is still open follows by itself', steps: { event: 'Event', decision: 'Decision', message: 'Message', answer: 'Answer', score: 'Score', case: 'Case' },
    notYet: 'Not decided yet.', notAsked: 'No message: nobody was asked.', status: { issued: 'is on its way', sent: 'was sent', bounced: 'came back', cancelled: 'was cancelled' },
    first: 'First message', reminder: 'Reminder', fate: { waiting: 'waits', sent: 'was sent', delivered: 'arrived', bounced: 'came back', unreached: 'reached nobody', cancelled: 'was cancelled' }, arrived: 'Arrived', opened: 'Opened (indicative only)', started: 'Started on the page', remind: 'Looked at for a reminder',
    won: 'won the answer',
    attempts_one: 'Tried {{count}} time', attempts_other: 'Tried {{count}} times',
    noAnswerYet: 'No answer yet.', noAnswer: 'There will be no answer.', whoAnsweredNotTold: 'The programme is anonymous: whether this customer answered is not told.', answerNotShown: 'The answer itself cannot be shown: it is anonymous, erased, further back, or not yours to see.', noScore: 'Counts once there is an answer that you may see.',
    notCounted: 'The answer was excluded: it counts in no figure.', countsIn: 'Counts in', noCaseYet: 'Opens when the answer is 0 to 6.', noCaseNeeded: 'None: the customer is not unhappy.',
  },
};
