import type { EntityManager } from 'typeorm';
import type { EarlierInvitation } from '../slot.ts';

interface Row {
  id: string;
  person: string;
  kind: string;
  programme: string;
  issued_at: Date;
  status: 'issued' | 'sent';
  leased: boolean;
}

/** A message that never arrived, or was never sent, was no contact; a call that is to be made again was one. */
const READ = `
  SELECT id, person, kind, placement ->> 'programme' AS programme, issued_at, CASE WHEN sent_at IS NULL THEN status ELSE 'sent' END AS status, lease_until IS NOT NULL AS leased
  FROM invitation WHERE person = ANY ($1) AND status IN ('issued', 'sent') AND issued_at > $2`;
/** What somebody is about to send is passed over: it is too late for it to give way. */
const HOLD = "SELECT id FROM invitation WHERE id = ANY ($1) AND status = 'issued' AND lease_until IS NULL ORDER BY id FOR UPDATE SKIP LOCKED";

/** The invitations of some customers, by kind of programme. Read after the lock on the customers, or it could miss what another instance has just done. */
export class EarlierInvitations {
  readonly #of = new Map<string, EarlierInvitation[]>();

  /**
   * Those that wait to be sent are held to the end of the transaction, so that what is decided about them stays true.
   * @param since older ones matter to no programme.
   */
  static async read(tx: EntityManager, persons: readonly string[], since: Date, priorityOf: (programme: string) => number): Promise<EarlierInvitations> {
    const rows: Row[] = await tx.query(READ, [persons, since]);
    const waiting = rows.filter((row) => row.status === 'issued' && !row.leased).map((row) => row.id);
    const held = new Set(waiting.length === 0 ? [] : ((await tx.query(HOLD, [waiting])) as { id: string }[]).map((row) => row.id));
    const found = new EarlierInvitations();
    for (const row of rows) {
      const stage = row.status === 'sent' ? 'sent' : held.has(row.id) ? 'waiting' : 'under-way';
      found.note(row.person, row.kind, { id: row.id, programme: row.programme, priority: priorityOf(row.programme), at: row.issued_at, stage });
    }
    return found;
  }

  of(person: string, kind: string): readonly EarlierInvitation[] {
    return this.#of.get(`${person} ${kind}`) ?? [];
  }

  note(person: string, kind: string, invitation: EarlierInvitation): void {
    this.#of.set(`${person} ${kind}`, [...this.of(person, kind), invitation]);
  }

  /** They gave way. */
  drop(person: string, kind: string, invitations: readonly string[]): void {
    this.#of.set(`${person} ${kind}`, this.of(person, kind).filter((one) => !invitations.includes(one.id)));
  }
}
