/** What somebody else says has become of a mail of ours: the server that returns it, or the provider that carries it. */
export type Verdict =
  | { kind: 'delivered' }
  /** It did not arrive, and is not tried again. `addressAtFault`: nothing that is sent there will. */
  | { kind: 'bounced'; reason: string; addressAtFault: boolean }
  /** Its recipient calls it spam: never again. */
  | { kind: 'complained'; reason: string }
  /** Its recipient has told the provider to stop. */
  | { kind: 'opted-out'; reason: string }
  /** Nothing that changes anything; `what` is for the metric. */
  | { kind: 'ignored'; what: string };
