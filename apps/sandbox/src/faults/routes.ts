import { parseBody } from '@candor/http';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { FAULT_CHANNELS, FAULT_MODES, type Faults } from './faults.ts';

const faultRequest = z.object({ channel: z.enum(FAULT_CHANNELS), mode: z.enum(FAULT_MODES) });

/** Switches for outages. They hold until switched back or the sandbox restarts. */
export function faultRoutes(fastify: FastifyInstance, faults: Faults, settled: () => Promise<void>): void {
  fastify.get('/sandbox/faults', () => faults.all());
  fastify.post('/sandbox/faults', async (request) => {
    const { channel, mode } = parseBody(faultRequest, request.body);
    faults.set(channel, mode);
    // Answered once it is so: the next mail meets the fault.
    await settled();
    return faults.all();
  });
}
