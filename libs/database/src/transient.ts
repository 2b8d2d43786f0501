/** Conditions of PostgreSQL that pass by themselves, by class (two characters) or code (five): PostgreSQL manual, appendix A. */
const PASSING = [
  '08', // connection
  '40', // serialization failure, deadlock
  '53', // insufficient resources
  '57P', // shutting down, crash, starting up
  '58', // system error (disk)
  '25P03', // idle in transaction too long
  '55P03', // lock not available
];
const NETWORK = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** What `pg` and its pool say without a code. */
const MESSAGES = /connection terminated|timeout exceeded when trying to connect|connection ended unexpectedly|client has encountered a connection error/i;

interface Failure {
  code?: unknown;
  message?: unknown;
  status?: unknown;
  retriable?: unknown;
  transient?: unknown;
  cause?: unknown;
  driverError?: unknown;
  errors?: unknown;
}

/**
 * Whether trying again later may succeed: the database, Kafka or the network was away, or two transactions got in each other's way.
 * Looks through causes. An error may say so itself with `transient: true | false`.
 */
export function isTransient(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const failure = error as Failure;
  if (typeof failure.transient === 'boolean') return failure.transient;
  // 503 is how our own problems say that something is away.
  if (failure.retriable === true || failure.status === 503) return true;
  if (typeof failure.code === 'string') {
    const { code } = failure;
    if (NETWORK.has(code) || (code.length === 5 && PASSING.some((start) => code.startsWith(start)))) return true;
  }
  if (typeof failure.message === 'string' && MESSAGES.test(failure.message)) return true;
  if (Array.isArray(failure.errors) && failure.errors.some((inner) => isTransient(inner, depth + 1))) return true;
  return isTransient(failure.driverError, depth + 1) || isTransient(failure.cause, depth + 1);
}
