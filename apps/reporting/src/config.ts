import { parseConfig, port, serviceConfig } from '@candor/config';
import { z } from 'zod';

const schema = z.object({
  ...serviceConfig,
  /** A connection to the service's database that may create roles. Without it there are no SQL users for BI tools. */
  BI_ADMIN_URL: z.string().optional(),
  /** Where BI tools reach PostgreSQL; by default the host and port of DATABASE_URL. */
  BI_HOST: z.string().optional(),
  BI_PORT: port.optional(),
});

export type ReportingConfig = Readonly<z.infer<typeof schema>>;

/** @throws ConfigError naming each variable that is missing or wrong */
export const loadConfig = (): ReportingConfig => parseConfig(schema, process.env);
