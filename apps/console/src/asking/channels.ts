import type { Channel } from '@candor/contracts';

/** Those that Candor asks on. */
export const CHANNELS = ['email', 'sms', 'voice'] as const satisfies readonly Channel[];
