/**
 * From the POST of an answer to the moment the console's live streams tell of it: score visible, task visible. Probes go to a unit of their own, each to another
 * touchpoint, while other answers flow at a fixed rate; rates are offered, not adapted. Everything runs on this machine, the load generator too.
 */
import autocannon from 'autocannon';
import { machine, percentile, round } from '../machine.ts';
import { numberedAnswers } from '../numbered-answers.ts';
import { withPlatform, type Bench } from '../running-platform.ts';
import { listen } from './event-stream.ts';

const PROBE_TOUCHPOINTS = 100;
const PROBES = 200;
const PROBE_EVERY_MS = 60;
const FULL_SECONDS = 8;

interface Seen { acknowledged: number[]; score: number[]; task: number[] }

async function background(bench: Bench, rate: number, seconds: number, label: string): Promise<number> {
  if (rate === 0) return 0;
  const result = await autocannon({
    url: `${bench.ingestion}/v1/responses`, connections: 48, duration: seconds, ...(Number.isFinite(rate) ? { overallRate: rate } : {}),
    requests: [numberedAnswers(bench.token, label, { score: 9, touchpoint: 'visit', unit: 'branch-3' })],
  });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of the load were refused`);
  return result.requests.average;
}

async function probe(bench: Bench, label: string): Promise<Seen> {
  const seen: Seen = { acknowledged: [], score: [], task: [] };
  const scores = new Map<string, number>();
  const tasks = new Map<string, number>();
  const key = bench.running.apiKey;
  const scoreStream = listen(`${bench.running.url}/v1/scores/stream?unit=probe`, key, (event, data) => {
    const { touchpoint } = data as { touchpoint?: string };
    const began = event === 'score' && touchpoint ? scores.get(touchpoint) : undefined;
    if (began === undefined) return;
    scores.delete(touchpoint!);
    seen.score.push(performance.now() - began);
  });
  const taskStream = listen(`${bench.running.url}/v1/cases/stream`, key, (event, data) => {
    const id = (data as { answer?: { id?: string }; response?: string }).answer?.id ?? (data as { response?: string }).response;
    const began = event === 'case' && id ? tasks.get(id) : undefined;
    if (began === undefined) return;
    tasks.delete(id!);
    seen.task.push(performance.now() - began);
  });
  await Promise.all([scoreStream.ready, taskStream.ready]);
  for (let i = 0; i < PROBES; i++) {
    const [id, touchpoint] = [`${label}-probe-${i}`, `probe-${i % PROBE_TOUCHPOINTS}`];
    const began = performance.now();
    scores.set(touchpoint, began);
    tasks.set(id, began);
    void fetch(`${bench.ingestion}/v1/responses`, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${bench.token}` }, body: JSON.stringify({ id, score: 2, touchpoint, unit: 'probe' }),
    }).then(async (response) => {
      await response.arrayBuffer();
      if (response.status === 201) seen.acknowledged.push(performance.now() - began);
    });
    await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
  }
  for (const end = performance.now() + 10_000; scores.size + tasks.size > 0 && performance.now() < end;) await new Promise((resolve) => setTimeout(resolve, 50));
  scoreStream.close();
  taskStream.close();
  if (scores.size + tasks.size > 0) console.log(`  ${label}: ${scores.size} scores and ${tasks.size} tasks were not seen within 10 s`);
  return seen;
}

const cell = (values: readonly number[]) => `${round(percentile(values, 0.5))} / ${round(percentile(values, 0.99))}`.padEnd(16);

export async function latency(): Promise<void> {
  await withPlatform(async (bench) => {
    await bench.put('/v1/units/probe', { name: 'Probe', parent: 'bench' });
    for (let i = 0; i < PROBE_TOUCHPOINTS; i++) await bench.put(`/v1/touchpoints/probe-${i}`, { name: `Probe ${i}` });
    await background(bench, Infinity, 3, 'warm');
    const full = await background(bench, Infinity, FULL_SECONDS, 'full');
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    console.log(`machine: ${machine()}; full load of single POSTs: ${round(full)} answers/s; ${PROBES} probes each; ms, p50 / p99`);
    console.log('offered/s  acknowledged    score visible   task visible');
    for (const rate of [0, 1000, Math.round(full * 0.7)]) {
      const seconds = Math.ceil((PROBES * PROBE_EVERY_MS) / 1000) + 2;
      const [seen] = await Promise.all([probe(bench, `at-${rate}`), background(bench, rate, seconds, `load-${rate}`)]);
      console.log(`${String(rate).padEnd(11)}${cell(seen.acknowledged)}${cell(seen.score)}${cell(seen.task)}`);
      await new Promise((resolve) => setTimeout(resolve, 5000));
    }
  });
}
