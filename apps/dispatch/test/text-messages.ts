import { programmeSet, replyReceived, touchpointSet, type DataOf } from '@candor/contracts';
import { eventually } from '@candor/testing';
import { visit, type Dispatch } from './start-dispatch.ts';

let next = 1000;
/** A mobile number that nobody else in the test has. */
export const newNumber = (): string => `+97250123${String(next++)}`;

/** A programme that asks by text message, as often as one likes: touchpoint `text`. */
export async function askByText({ neighbours }: Dispatch): Promise<void> {
  await neighbours.publish(programmeSet, { ...programmeSet.sample, key: 'by-text', kind: 'benchmark', channels: ['sms'], frequency: null, quietHours: null } as typeof programmeSet.sample);
  await neighbours.publish(touchpointSet, { ...touchpointSet.sample, key: 'text', name: 'text', programme: 'by-text', delay: 'PT0S' });
}

/** A visit of somebody with a telephone. */
export const visitByText = (id: string, phone: string, customer: object = {}) => visit(id, { touchpoint: 'text' }, { email: undefined, phone, ...customer });

/** What ingestion would hear. */
export const repliesTo = ({ neighbours }: Dispatch, invitation: string): DataOf<typeof replyReceived>[] => neighbours.heardOf(replyReceived).filter((one) => one.invitation === invitation);

export const invitationTo = (dispatch: Dispatch, phone: string) =>
  eventually(`an invitation to ${phone}`, async () => (await dispatch.sql<{ id: string; status: string; token: string; delivered_at: Date | null; repeats: number; attempts: number }>('SELECT * FROM invitation WHERE address = $1 ORDER BY issued_at DESC', [phone]))[0]);
