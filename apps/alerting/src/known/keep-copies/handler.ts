import { personKnown, staffKnown, wordsWritten, type DataOf } from '@candor/contracts';
import { isEvent, type Batch, type Received } from '@candor/messaging';
import { Injectable } from '@nestjs/common';
import { CaseJournal } from '../../case/case-journal.ts';
import { KnownRepository } from '../known.repository.ts';

const STAFF = 'staff/';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The last word on each key in a batch is its state. */
const lastOf = (events: readonly Received[]): Received[] => [...new Map(events.map((event) => [event.key, event])).values()];

/** Keeps the copies of words, customers and staff as their owners last said, whatever order the topics arrive in. */
@Injectable()
export class KeepCopies {
  constructor(private readonly known: KnownRepository, private readonly journal: CaseJournal) {}

  async words({ events, tx }: Batch, now: Date): Promise<void> {
    const last = lastOf(events);
    const written = last.filter((event) => isEvent(event, wordsWritten)).map(({ data }) => ({
      response: data.response, person: data.person ?? null, comment: data.comment ?? null, recording: data.recording ?? null, language: data.language ?? null, customer: data.customer ?? null,
      servedBy: data.servedBy ?? null, account: data.account ?? null, writtenAt: new Date(data.writtenAt), receivedAt: now,
    }));
    const gone = last.filter(({ tombstone }) => tombstone).map(({ key }) => key);
    const shown = [await this.known.putWords(tx, written), await this.known.eraseWords(tx, gone)];
    if (shown.includes(true)) await this.journal.tell(tx);
  }

  async persons({ events, tx }: Batch): Promise<void> {
    const last = lastOf(events);
    const staff = last.filter((event) => isEvent(event, staffKnown)) as Received<DataOf<typeof staffKnown>>[];
    const known = last.filter((event) => isEvent(event, personKnown)) as Received<DataOf<typeof personKnown>>[];
    const gone = last.filter(({ tombstone, key }) => tombstone && UUID.test(key)).map(({ key }) => key);
    const goneStaff = last.filter(({ tombstone, key }) => tombstone && key.startsWith(STAFF)).map(({ key }) => key.slice(STAFF.length));
    await this.known.putStaff(tx, staff.map(({ data }) => ({ ...data, changedAt: new Date(data.changedAt) })));
    await this.known.eraseStaff(tx, goneStaff);
    const shown = [
      await this.known.putPersons(tx, known.map(({ data }) => ({ person: data.person, customer: data.customer, account: data.account ?? null, changedAt: new Date(data.changedAt) }))),
      await this.known.erasePersons(tx, gone),
    ];
    if (shown.includes(true)) await this.journal.tell(tx);
  }
}
