/**
 * How likely so many arrivals, or more, are in one of `1 + spans` equal spans of time if all have the same rate, `before` having come in the other `spans`: the exact conditional
 * test of two Poisson rates (Przyborowski and Wilenski 1940). It needs no rate, and so no guess of one where nothing came before.
 */
export function burst(now: number, before: number, spans: number): number {
  const n = now + before;
  if (now === 0) return 1;
  const p = 1 / (1 + spans);
  let term = Math.exp(logChoose(n, now) + now * Math.log(p) + before * Math.log(1 - p));
  let tail = term;
  for (let k = now + 1; k <= n && term > tail * 1e-12; k++) {
    term *= ((n - k + 1) / k) * (p / (1 - p));
    tail += term;
  }
  return Math.min(1, tail);
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** Stirling's series, good to 1e-9 from 10 on; below that by multiplying. */
function logFactorial(n: number): number {
  if (n < 10) return Math.log(Array.from({ length: n }, (_, i) => i + 1).reduce((product, factor) => product * factor, 1));
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3);
}
