import { parseBody } from '@candor/http';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { FAULT_CHANNELS, FAULT_MODES, SMS_PROVIDERS, type Faults } from './faults.ts';

const faultRequest = z.object({ channel: z.enum(FAULT_CHANNELS), mode: z.enum(FAULT_MODES), provider: z.enum(SMS_PROVIDERS).optional() })
  .refine(({ channel, provider }) => provider === undefined || channel === 'sms', { path: ['provider'], message: 'only SMS has two providers' });

/** Switches for outages. They hold until switched back or the sandbox restarts. */
export function faultRoutes(fastify: FastifyInstance, faults: Faults, settled: () => Promise<unknown>): void {
  fastify.get('/sandbox/faults', () => faults.all());
  fastify.post('/sandbox/faults', async (request) => {
    const { channel, mode, provider } = parseBody(faultRequest, request.body);
    faults.set(channel, mode, provider);
    // Answered once it is so: the next message meets the fault.
    await settled();
    return faults.all();
  });
}
