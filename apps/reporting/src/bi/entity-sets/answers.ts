import { date, flag, maybe, OPEN_PROGRAMMES, PATH, text, time, whole, type EntitySet } from './entity-set.ts';

export const answersSet: EntitySet = {
  name: 'Answers',
  view: 'answers',
  description: 'Every answer as it stands, the excluded ones too: filter by excluded to count what counts. Answers of anonymous programmes are not here.',
  columns: {
    id: text('Id of the answer'), score: whole('The score given'), measure: text('What was asked'), segment: maybe.text('promoter, passive or detractor; nps and enps only'),
    programme: text('Key of the programme'), touchpoint: text('Key of the touchpoint'), unit: text('Key of the unit'), path: maybe.text('The unit and all above it, as the tree is'),
    path_then: text('The unit and all above it, as they were when the answer was given'), day: date('Local day of the answer at its unit'), hour: whole('Local hour'),
    answered_at: time('When it was given'), channel: text('How it came'), excluded: flag('Does not count: bot, test, fraud'), reason: maybe.text('Why it was last changed'),
    comment: maybe.text('The customer\'s words, redacted'), language: maybe.text('Of the words, else of the answer'), discourage: maybe.whole('womi only: how likely to discourage others'),
    customer: maybe.text('The enterprise\'s own id of the customer'), customer_segment: maybe.text('Of the customer'), account: maybe.text('The client of whom they are one'),
    served_by: maybe.text('Staff id'), product: maybe.text('What it was about'), survey: maybe.whole('Version of the survey'),
    selection: maybe.text('How they came to be asked: everyone, sample, value-quota or relationship-walk'), selection_probability: maybe.real('Of having been asked'),
    counted_by: maybe.text('Cuts that were declared when it was recorded: /channel/product/. Scores count it by those of which it says something. Null if an earlier release copied it'),
    invitation: maybe.guid('The invitation it answers'), message: maybe.whole('Of the invitation\'s messages, the one it came by: 0 is the first, 1 the first reminder. Null if an earlier release copied it'),
    rival: maybe.text('Key of the competitor that they rated too'), rival_score: maybe.whole('What they gave it, 0 to 10'),
    likely_to_switch: maybe.whole('How likely they are to choose another company over us, 0 to 10'), switch_to: maybe.text('Key of the one they would choose'),
    answer_language: maybe.text('As the answer says it, which scores count by'), recorded_at: maybe.time('When it was recorded here'), revision: whole('Rises with every change'), changed_at: time('When it was last changed'),
  },
  example: { id: 'call-2026-11-22-0042', score: 9, unit: 'haifa-1', rival: 'other-bank', rival_score: 6, likely_to_switch: 2, switch_to: null, message: 0 },
  key: ['id'],
  unit: 'unit',
  scope: 'responses:read',
  tables: ['answer', 'unit', 'programme'],
  select: `SELECT a.id, a.score::int AS score, a.measure, a.segment, a.programme, a.touchpoint, a.unit, ${PATH} AS path, '/' || array_to_string(coalesce(a.placed, a.path), '/') || '/' AS path_then,
      a.day, a.hour::int AS hour, a.answered_at, a.channel, a.excluded, a.reason, a.comment, coalesce(a.words_language, a.language) AS language, a.discourage::int AS discourage,
      coalesce(a.customer, a.words_customer) AS customer, a.customer_segment, a.account, a.served_by, a.product, a.survey, a.selection, a.selection_probability, '/' || array_to_string(a.cuts, '/') || '/' AS counted_by,
      a.invitation, a.message::int AS message, a.rival, a.rival_score::int AS rival_score, a.likely_to_switch::int AS likely_to_switch, a.switch_to, a.language AS answer_language, a.recorded_at, a.revision, a.changed_at
    FROM answer a LEFT JOIN unit u ON u.key = a.unit WHERE a.programme IN ${OPEN_PROGRAMMES}`,
};
