import { parseConfig, serviceConfig } from '@candor/config';
import { DURATION_PATTERN } from '@candor/contracts';
import { Duration } from 'luxon';
import { z } from 'zod';

/** An ISO 8601 duration, in milliseconds. */
const milliseconds = z.string().regex(DURATION_PATTERN, 'must be an ISO 8601 duration such as P2D').transform((iso) => Duration.fromISO(iso).toMillis());

const schema = z.object({
  ...serviceConfig,
  /** Answers older than this open no task: imports and history are safe. Longer than the nightly delivery of a system that posts once a day. */
  CASE_MAX_AGE: milliseconds.prefault('P2D'),
  /** How long until somebody must have taken a task; never longer than its programme gives for the whole. */
  CASE_FIRST_RESPONSE: milliseconds.prefault('PT4H'),
});

export type AlertingConfig = Readonly<z.infer<typeof schema>>;

/** @throws ConfigError naming each variable that is missing or wrong */
export const loadConfig = (): AlertingConfig => parseConfig(schema, process.env);
