import { parseConfig, serviceConfig } from '@candor/config';
import { z } from 'zod';

const schema = z.object(serviceConfig);

export type IngestionConfig = Readonly<z.infer<typeof schema>>;

/** @throws ConfigError naming each variable that is missing or wrong */
export const loadConfig = (): IngestionConfig => parseConfig(schema, process.env);
