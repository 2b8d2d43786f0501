import { commaSeparated, httpUrl, port } from '@candor/config';
import { z } from 'zod';
import { readVerificationKey } from './callbacks/sendgrid/signature.ts';

/** What returned mails and providers' notices need. What is not set is off. */
export const mailVariables = {
  /** Where mail servers return what they cannot deliver. The domain of the envelope senders has its MX here. */
  BOUNCE_PORT: port.optional(),
  /** Topics, separated by commas, by which SES tells of bounces and complaints. */
  SES_TOPIC_ARNS: commaSeparated.pipe(z.array(z.string().regex(/^arn:[\w-]+:sns:[\w-]*:\d*:[\w.-]+$/, 'must be the ARN of a topic')).min(1)).optional(),
  /** Another service than Amazon's that speaks its dialect. */
  SNS_URL: httpUrl.optional(),
  /** The verification key of SendGrid's event webhook. */
  SENDGRID_WEBHOOK_KEY: z.string().refine((key) => readVerificationKey(key) !== undefined, 'must be the verification key that SendGrid shows').optional(),
  /** `user:password`, as in the address that Postmark is given. */
  POSTMARK_WEBHOOK_AUTH: z.string().regex(/^[^:]+:.{8,}$/, 'must be user:password, with at least 8 characters').optional(),
};
