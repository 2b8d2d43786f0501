import { anAnswer } from '../../../test/an-answer.ts';
import { linkState } from './link-state.ts';
import { submissionRequest } from './submission.ts';

const link = { expiresAt: new Date('2026-12-22T12:00:00Z') };
const answer = anAnswer({ answeredAt: new Date('2026-12-20T12:00:00Z') });
const at = (text: string) => new Date(text);

describe('a link', () => {
  it('takes a first answer until it expires, and not from that instant on', () => {
    expect(linkState(link, undefined, 'P7D', at('2026-12-22T11:59:59.999Z'))).toEqual({ kind: 'open' });
    expect(linkState(link, undefined, 'P7D', link.expiresAt)).toEqual({ kind: 'expired' });
  });

  it('that was used shows its answer, changeable through the whole window, also after it has expired', () => {
    expect(linkState(link, answer, 'P7D', at('2026-12-27T11:59:59.999Z'))).toEqual({ kind: 'answered', answer, changeUntil: at('2026-12-27T12:00:00Z') });
    expect(linkState(link, answer, 'P7D', at('2026-12-27T12:00:00Z'))).toMatchObject({ locked: 'window-over' });
    expect(linkState(link, { ...answer, lockedAt: answer.answeredAt }, 'P7D', at('2026-12-21T00:00:00Z'))).toMatchObject({ locked: 'by-staff' });
  });

  it('whose answer was erased shows nothing of it', () => {
    expect(linkState(link, anAnswer({ state: 'erased' }), 'P7D', link.expiresAt)).toEqual({ kind: 'erased' });
  });
});

describe('what a respondent sends', () => {
  it.each(['0', '9', '10', 7])('may have the score %j', (score) => expect(submissionRequest.parse({ score }).score).toBe(Number(score)));
  it.each(['11', '-1', '', '9.0', ' 9', '1e1', '07', 11, 7.5, ['9', '9']])('may not have the score %j', (score) => expect(submissionRequest.safeParse({ score }).success).toBe(false));
  it('keeps line breaks as one character, and loses what is no text', () => {
    expect(submissionRequest.parse({ comment: ' a\r\nb\u0000\ud800 ' }).comment).toBe('a\nb\ufffd');
  });
  it('may have 10,000 characters as a browser counts them', () => {
    expect(submissionRequest.safeParse({ comment: 'x\r\n'.repeat(5000) }).success).toBe(true);
    expect(submissionRequest.safeParse({ comment: 'x'.repeat(10_001) }).success).toBe(false);
  });
});
