import { createVerify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

const common = { MessageId: z.string().min(1), TopicArn: z.string().min(1), Message: z.string(), Timestamp: z.iso.datetime(), SignatureVersion: z.enum(['1', '2']), Signature: z.base64(), SigningCertURL: z.string() };
const subscription = { ...common, Token: z.string(), SubscribeURL: z.string() };

/** What Amazon's notification service posts. */
export const snsMessage = z.discriminatedUnion('Type', [
  z.looseObject({ Type: z.literal('Notification'), ...common, Subject: z.string().optional() }),
  z.looseObject({ Type: z.literal('SubscriptionConfirmation'), ...subscription }),
  z.looseObject({ Type: z.literal('UnsubscribeConfirmation'), ...subscription }),
]);
export type SnsMessage = z.infer<typeof snsMessage>;

/** In the order in which they are signed. */
const SIGNED: Readonly<Record<SnsMessage['Type'], readonly string[]>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

/** Each field and its value on lines of their own; a field that is absent is left out. */
export const canonicalString = (message: SnsMessage): string =>
  SIGNED[message.Type].flatMap((field) => (message[field] === undefined ? [] : [`${field}\n${String(message[field])}\n`])).join('');

/** RSA with SHA-1 (version 1) or SHA-256 (version 2). */
export const isSignedBySns = (message: SnsMessage, key: KeyObject): boolean =>
  createVerify(message.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256').update(canonicalString(message), 'utf8').verify(key, message.Signature, 'base64');
