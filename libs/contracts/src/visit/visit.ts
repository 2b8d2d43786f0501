import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { instant } from '../vocabulary.ts';

/** Told once for an invitation, and not for machines that follow links: it takes a hand on the page. Pages without scripts tell nothing. */
export const visitStarted = defineEvent({
  type: 'com.candor.visit.started.v1',
  version: 1,
  description: 'A person began to use the respondent\'s page of an invitation.',
  schema: z.object({ invitation: z.uuid(), at: instant }),
  key: (data) => data.invitation,
  sample: { invitation: '0f8c6c39-7a6e-4f1e-8c6f-0d6b5e0f7a11', at: '2026-11-22T12:04:00Z' },
});
