import { parseConfig, serviceConfig } from '@candor/config';
import { z } from 'zod';

const schema = z.object({ ...serviceConfig });

export type ScoringConfig = Readonly<z.infer<typeof schema>>;

/** @throws ConfigError naming each variable that is missing or wrong */
export const loadConfig = (): ScoringConfig => parseConfig(schema, process.env);
