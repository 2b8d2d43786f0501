import { programmeSet } from '@candor/contracts';
import { z } from 'zod';
import { programmePolicy, type Programme } from './programme.ts';

/** A programme as it is answered; `version` is the policy version that decisions name. */
export const programmeView = programmePolicy.extend({ key: z.string(), version: z.int(), changedAt: z.string() });

export const programmeExample: Programme = programmeView.parse(programmeSet.sample);
