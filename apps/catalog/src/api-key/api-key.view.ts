import { instant } from '@candor/contracts';
import { SCOPES } from '@candor/identity';
import { z } from 'zod';
import { unitList } from '../access/unit-list.ts';
import type { ApiKeyEntity } from './api-key.entity.ts';

export const createApiKeyRequest = z.object({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(z.enum(SCOPES)).min(1).refine((scopes) => new Set(scopes).size === scopes.length, 'must not repeat a right'),
  units: unitList,
  expiresAt: instant.refine((time) => Date.parse(time) > Date.now(), 'must be in the future').optional(),
});

/** A key as it is answered: never its secret, nor what is stored of it. */
export const apiKeyView = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  units: z.array(z.string()).nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;

export const createdApiKeyView = apiKeyView.extend({
  /** Shown this once. */
  secret: z.string(),
});

export const apiKeyExample: ApiKeyView = {
  id: '01938a4e-6f10-7c3a-9d50-0a4b1c2d3e4f', name: 'CRM', scopes: ['interactions:write', 'decisions:read'], units: ['north'],
  createdBy: 'admin', createdAt: '2026-11-22T09:00:00.000Z', expiresAt: null, revokedAt: null,
};

export function viewOf({ hash: _, createdAt, expiresAt, revokedAt, ...key }: ApiKeyEntity): ApiKeyView {
  return {
    ...key, scopes: key.scopes.filter((scope) => scope !== 'internal'), createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null,
  };
}
