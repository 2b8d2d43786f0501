/** `npm run bench [intake|deciding|scoring|growth|latency|reports|mail|rebuild|schedule|signals|walking ...]`: each prints a ratio against its peer, both sides in turn in the same run. */
import { deciding } from './deciding/bench.ts';
import { growth } from './growth/bench.ts';
import { intake } from './intake/bench.ts';
import { latency } from './latency/bench.ts';
import { mail } from './mail/bench.ts';
import { rebuild } from './rebuild/bench.ts';
import { reports } from './reports/bench.ts';
import { schedule } from './schedule/bench.ts';
import { scoring } from './scoring/bench.ts';
import { signals } from './signals/bench.ts';
import { walking } from './walking/bench.ts';

const benches: Record<string, () => Promise<void>> = { intake, deciding, scoring, growth, latency, reports, mail, rebuild, schedule, signals, walking };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  console.log(`\n== ${name}`);
  await benches[name]!();
}
process.exit(0);
