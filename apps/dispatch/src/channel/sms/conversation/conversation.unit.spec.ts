import fc from 'fast-check';
import { BEGUN, hear, type Conversation, type Turn } from './conversation.ts';

/** What we hear and say, message by message. */
function talk(...texts: string[]): { turns: Turn[]; answers: (string | undefined)[]; end: Conversation } {
  let end = BEGUN;
  const turns = texts.map((text) => {
    const turn = hear(end, text);
    end = turn.conversation;
    return turn;
  });
  return { turns, answers: turns.map(({ answer }) => answer), end };
}

describe('a conversation', () => {
  it('takes a score, asks why, takes the reason, says thanks, and listens from then on', () => {
    const { turns, answers, end } = talk('9', 'The staff was kind', 'And quick');
    expect(turns.map(({ said }) => said)).toEqual([{ score: 9 }, { words: 'The staff was kind' }, { words: 'And quick' }]);
    expect(answers).toEqual(['why-nine', 'thanks', undefined]);
    expect(end.phase).toBe('done');
  });

  it.each([['10', 'why-ten'], ['9', 'why-nine'], ['8', 'why-below'], ['0', 'why-below']])('asks after a %s: %s', (text, answer) => expect(talk(text).answers).toEqual([answer]));

  it('asks nothing more of whoever said both at once', () => expect(talk('3, nobody explained why')).toMatchObject({ answers: ['thanks'], end: { phase: 'done' } }));

  it('asks once more when words come first, and keeps them', () => {
    const { turns, answers } = talk('Terrible', 'I said terrible', '1', 'see above');
    expect(answers).toEqual(['again', undefined, 'why-below', 'thanks']);
    expect(turns.map(({ said }) => said)).toEqual([{ words: 'Terrible' }, { words: 'I said terrible' }, { score: 1 }, { words: 'see above' }]);
  });

  it('takes another number as a correction', () => {
    const { turns, answers } = talk('1', '10', 'I mixed them up', '9');
    expect(turns.map(({ said }) => said?.score)).toEqual([1, 10, undefined, 9]);
    expect(answers).toEqual(['why-below', undefined, 'thanks', undefined]);
  });

  it('says nothing to an empty message', () => expect(talk(' ')).toEqual({ turns: [{ conversation: BEGUN }], answers: [undefined], end: BEGUN }));

  it('never keeps a machine at the other end talking', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('HELP', '9', 'ok', 'STOP it', '', 'info'), { maxLength: 60 }), (texts) => {
      expect(talk(...texts).answers.filter(Boolean).length).toBeLessThanOrEqual(6);
    }));
  });
});

describe('whoever wants no more', () => {
  it.each([
    'STOP', 'stop', ' Stop. ', 'S\u200fTOP', 'stop!!', '"STOP"', 'stop 🙏', 'Please stop', 'STOP texting me', 'QUIT', 'END', 'REVOKE', 'OPT OUT', 'opt-out', 'Opt  Out', 'CANCEL', 'Unsubscribe', 'ＳＴＯＰ',
    'הסר', 'הסר בבקשה', '\u200fהסר\u200f', 'הָסֵר', 'አቁም', 'እባክዎ አቁሙ', 'СТОП', 'стоп', 'Отписаться', 'хватит', 'إلغاء', 'الغاء', 'إِلْغَاء', 'إلغــاء', 'توقف من فضلك',
  ])('%j stops at once', (text) => expect(hear(BEGUN, text)).toMatchObject({ stop: true, answer: 'stopped', conversation: { phase: 'done' } }));

  it.each(['stop at 10', 'They should stop charging fees', 'the end of the queue was long', 'ביטול העסקה לקח חודש', 'Отмена заказа заняла месяц', '9'])('%j is an answer', (text) => {
    expect(hear(BEGUN, text).stop).toBeUndefined();
    expect(hear(BEGUN, text).said).toBeDefined();
  });

  it('is heard in every phase, and however much was said', () => {
    for (const phase of ['asked', 'reason', 'done'] as const) expect(hear({ phase, askedAgain: true, texts: 99 }, 'STOP').stop).toBe(true);
  });
});

it.each(['HELP', 'help?', 'Info', 'Who is this?', 'עזרה', 'מי זה?', 'እርዳታ', 'Помощь', 'кто это?', 'مساعدة'])('%j is told who we are, and the question stands', (text) => {
  expect(hear(BEGUN, text)).toEqual({ conversation: { ...BEGUN, texts: 1 }, answer: 'help' });
});
