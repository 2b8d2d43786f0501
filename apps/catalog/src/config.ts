import { parseConfig, serviceConfig } from '@candor/config';
import { z } from 'zod';

const schema = z.object({
  ...serviceConfig,
  /** Development only: a key with every right, valid from the first start. */
  BOOTSTRAP_API_KEY: z.string().optional(),
});

export type CatalogConfig = Readonly<z.infer<typeof schema>>;

/** @throws ConfigError naming each variable that is missing or wrong */
export const loadConfig = (): CatalogConfig => parseConfig(schema, process.env);
