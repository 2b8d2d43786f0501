import fc from 'fast-check';
import { customerOf, mergeStatement, type Facts, type Statement } from './person.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 22, 12, 0, second));
const said = (second: number, customer: Omit<Statement['customer'], 'id'>, account?: Statement['account']): Statement => ({ customer: { id: 'C-1', ...customer }, account, at: at(second) });
const known = (...statements: Statement[]): Facts => statements.reduce((facts, one) => mergeStatement(facts, one).facts, {} as Facts);

describe('mergeStatement', () => {
  it('keeps what a later statement does not mention', () => {
    expect(customerOf('C-1', known(said(1, { email: 'a@x.com', name: 'Noa' }), said(2, { phone: '+972501234567' }))).customer)
      .toEqual({ id: 'C-1', email: 'a@x.com', name: 'Noa', phone: '+972501234567' });
  });

  it('holds the later in time of two statements, in whatever order they arrive', () => {
    const statements = [
      said(1, { email: 'a@x.com', consent: { email: true } }), said(2, { name: 'Noa', consent: { email: false } }), said(3, { email: 'b@x.com' }),
      said(4, { consent: { sms: false } }, { id: 'A-1', role: 'buyer' }),
    ];
    fc.assert(fc.property(fc.shuffledSubarray(statements, { minLength: statements.length }), (order) => {
      expect(customerOf('C-1', known(...order))).toEqual({
        customer: { id: 'C-1', email: 'b@x.com', name: 'Noa', consent: { email: false, sms: false } }, account: { id: 'A-1', role: 'buyer' },
      });
    }));
  });

  it('tells of a change only where a value changed, and stores when it was confirmed', () => {
    const facts = known(said(1, { email: 'a@x.com' }));
    expect(mergeStatement(facts, said(1, { email: 'a@x.com' }))).toMatchObject({ changed: false, moved: false });
    expect(mergeStatement(facts, said(5, { email: 'a@x.com' }))).toMatchObject({ changed: false, moved: true });
    expect(mergeStatement(facts, said(5, { email: 'b@x.com' }))).toMatchObject({ changed: true, moved: true });
    expect(mergeStatement(facts, said(0, { email: 'b@x.com' }))).toMatchObject({ changed: false, moved: false });
  });
});
