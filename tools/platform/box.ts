import type { Settings } from './config.ts';

const width = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));

/** Lines in a frame. */
export function framed(lines: readonly string[]): string {
  const inner = width(lines);
  return [`┌${'─'.repeat(inner + 2)}┐`, ...lines.map((line) => `│ ${line.padEnd(inner)} │`), `└${'─'.repeat(inner + 2)}┘`].join('\n');
}

/** The three lines that send a first interaction; in an empty programme they first say where it happened. */
export function firstInteraction({ publicUrl, demo }: Pick<Settings, 'publicUrl' | 'demo'>, apiKey: string): string[] {
  const call = (method: string, path: string, type: string, body: object): string =>
    `curl -X ${method} ${publicUrl}${path} -H 'Authorization: Bearer ${apiKey}' -H 'Content-Type: ${type}' -d '${JSON.stringify(body)}'`;
  const interaction = (unit: string, touchpoint: string): string => call('POST', '/v1/interactions', 'application/cloudevents+json', {
    specversion: '1.0', id: 'first-1', source: '/shell', type: 'com.candor.interaction.v1',
    data: { touchpoint, unit, occurredAt: new Date().toISOString(), customer: { id: 'me', email: 'me@example.com', name: 'Me' } },
  });
  if (demo) {
    return [
      interaction('ashdod-marina', 'branch-visit'),
      `curl '${publicUrl}/v1/decisions?customer=me' -H 'Authorization: Bearer ${apiKey}'`,
      `curl '${publicUrl}/sandbox/messages?to=me@example.com' -H 'Authorization: Bearer ${apiKey}'`,
    ];
  }
  return [
    call('PUT', '/v1/units/haifa', 'application/json', { name: 'Haifa', parent: null }),
    call('PUT', '/v1/touchpoints/visit', 'application/json', { name: 'Visit' }),
    interaction('haifa', 'visit'),
  ];
}

/** What people see when everything is ready. */
export function box(settings: Settings, apiKey: string, took: string): string {
  const { publicUrl, home, demo } = settings;
  const facts = framed([
    `Candor is ready, ${took}`,
    '',
    `Console   ${publicUrl}`,
    `          signed in as Dana, supervisor: one click: ${publicUrl}/auth/login?as=dana`,
    `Sandbox   ${publicUrl}/sandbox: the customers' mailbox, handset and phone`,
    `API key   ${apiKey}`,
    `Data      ${home} (npm run reset deletes it)`,
    `Logs      ${home}/log`,
    '',
    'Ctrl-C ends everything; the data stays.',
  ]);
  return `\n${facts}\n\nSend a first interaction${demo ? ', see what became of it, and the mail' : ' (its unit and touchpoint first)'}:\n\n${firstInteraction(settings, apiKey).join('\n')}\n`;
}
