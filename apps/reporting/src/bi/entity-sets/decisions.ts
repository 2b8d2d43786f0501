import { guid, maybe, PATH, text, time, whole, type EntitySet } from './entity-set.ts';

export const decisionsSet: EntitySet = {
  name: 'Decisions',
  view: 'decisions',
  description: 'What became of each interaction: one outcome with its reason. Those still pending are not here.',
  columns: {
    decision: guid('Id of the decision'), source: text('Where the interaction came from'), id: text('Its id there'), customer: maybe.text('The enterprise\'s own id of the customer'),
    outcome: text('invited, or why not'), reason_code: text('For programs'), reason: text('For people'), programme: text('Key of the programme'),
    policy_version: whole('Version of the programme it was decided under'), touchpoint: text('Key of the touchpoint'), unit: text('Key of the unit'),
    path: maybe.text('The unit and all above it, as the tree is'), served_by: maybe.text('Staff id'), channel: maybe.text('How they were invited'), invitation: maybe.guid('Id of the invitation'),
    account: maybe.text('The client of whom they are one'), value: maybe.real('What the interaction was worth'), currency: maybe.text('ISO 4217'), referred: maybe.flag('Whether they came by a recommendation'),
    occurred_at: time('When the interaction was'), at: time('When it was decided'),
  },
  key: ['decision'],
  unit: 'unit',
  scope: 'decisions:read',
  tables: ['decision', 'unit'],
  select: `SELECT d.decision, d.source, d.id, d.customer, d.outcome, d.reason_code, d.reason, d.programme, d.policy_version, d.touchpoint, d.unit, ${PATH} AS path, d.served_by, d.channel,
      d.invitation, d.account, d.value, d.currency, d.referred, d.occurred_at, d.decided_at AS at
    FROM decision d LEFT JOIN unit u ON u.key = d.unit`,
};
