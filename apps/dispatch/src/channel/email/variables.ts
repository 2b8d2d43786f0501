import { port } from '@candor/config';

/** What returned mails and providers' notices need. */
export const mailVariables = {
  /** Where mail servers return what they cannot deliver; without it, nobody listens. The domain of the envelope senders has its MX here. */
  BOUNCE_PORT: port.optional(),
};
