import type { Config } from '../../../config.ts';

type Settings = Pick<Config, 'SENDGRID_WEBHOOK_KEY' | 'POSTMARK_WEBHOOK_AUTH'>;

/** The fields by which a provider that carries our mails tells us later which one it speaks of. SES needs none: it gives the envelope sender back. */
export function providerHeaders({ SENDGRID_WEBHOOK_KEY, POSTMARK_WEBHOOK_AUTH }: Settings): (invitation: string) => Readonly<Record<string, string>> {
  return (invitation) => ({
    ...(SENDGRID_WEBHOOK_KEY && { 'X-SMTPAPI': JSON.stringify({ unique_args: { invitation } }) }),
    ...(POSTMARK_WEBHOOK_AUTH && { 'X-PM-Metadata-invitation': invitation }),
  });
}
