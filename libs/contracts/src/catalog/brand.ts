import { z } from 'zod';
import { defineEvent } from '../event.ts';
import { key, language } from '../vocabulary.ts';
import { entry } from './entry.ts';
import { brandWording } from './wording.ts';

export const brandSet = defineEvent({
  type: 'com.candor.catalog.brand.v1',
  version: 1,
  description: 'How messages of some units or programmes look, and who they are from, was set or changed.',
  schema: entry.extend({
    /** What customers are asked to recommend. */
    name: z.string(),
    /** Shown as the sender; null: the name. */
    senderName: z.string().nullable(),
    /** `#rrggbb`. */
    colour: z.string().nullable(),
    /** Fetched by the recipient's mailbox. */
    logoUrl: z.string().nullable(),
    /** These and everything below them, unless a brand is nearer. */
    units: z.array(key),
    /** A programme's brand goes before a unit's. */
    programmes: z.array(key),
    /** By language. */
    wording: z.record(language, brandWording),
  }),
  key: (data) => `brand/${data.key}`,
  sample: {
    key: 'private-banking', version: 1, changedAt: '2026-11-22T09:00:00Z', name: 'Meridian Private', senderName: 'Meridian Private Banking', colour: '#14532d', logoUrl: null, units: ['private'], programmes: [],
    wording: { en: { greeting: 'Dear {{name}},', address: '1 Herzl Street, Tel Aviv' } },
  },
});
