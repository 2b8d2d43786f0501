import type { Phrases } from './words.ts';

export const ENGLISH: Phrases = {
  praise: {
    branch: ['{name} explained everything without making me feel stupid.', 'In and out in ten minutes, and everybody smiled.', 'The branch was calm and clean, and {name} knew my file.', 'They found a mistake in my standing order before I did. Thank you, {name}.', 'My mother is 82 and they treated her with real patience.'],
    phone: ['{name} solved it in one call. I had set aside the whole evening.', 'A human being answered, and knew what to do.', 'Called back exactly when promised.', 'Clear answers, no script.'],
    app: ['I did the transfer on the bus in twenty seconds.', 'Depositing a cheque with the camera just works.', 'Finally an app that shows what is pending.', 'Signing in with my face and seeing the balance straight away: that is all I want.'],
    any: ['Fifteen years with you and no reason to leave.', 'Simple, quick, honest.', 'Already recommended you to my brother.', 'Keep doing exactly this.'],
  },
  middling: {
    branch: ['Good service, but only one desk was open at noon.', 'Fine, though I had to fill in the same form twice.', '{name} was helpful; parking is impossible.'],
    phone: ['Helpful in the end, after the menu sent me round twice.', 'Good answer, long music.', 'Had to repeat my story to a second person.'],
    app: ['Does the job. Searching old transactions is clumsy.', 'Good app, too many notifications.', 'I would like to export to a spreadsheet.'],
    any: ['Nothing wrong, nothing special.', 'Ask me again when the fees are clearer.', 'All right.'],
  },
  complaint: {
    branch: ['Nobody at the door knew which desk opens accounts.', 'I came with an appointment and still waited {minutes} minutes.', '{name} was rushing me out; I left with half my questions.', 'The machine kept my card and the branch sent me to the phone line.', 'Three visits for one signature.'],
    phone: ['Half an hour of music, then the line dropped.', 'Every agent told me something different about the fee.', 'I was promised a call back within a day. It has been a week.', '{name} sounded as if I was the problem.'],
    app: ['The session ends while I am still typing.', 'A transfer disappeared for two days and no message said why.', 'I cannot find where to block a card. In an emergency that is not funny.', 'After every update I have to register again.'],
    any: ['A fee that nobody could explain. I am looking at other banks.', 'You raised the charges and lowered the service.', 'I asked a simple question three weeks ago.'],
  },
  queue: ['The new ticket machine gives numbers for a desk that is closed. I waited {minutes} minutes.', '{minutes} minutes in the queue since you changed the ticket machine. It used to be five.', 'Two desks, thirty people, and the screen calls numbers that are not there.', 'The staff are lovely; the new queue system is a disaster. {minutes} minutes for a deposit.', 'Took a ticket for the teller, the machine sent me to the loans desk, and I started again at the end.', 'Since the new machine everyone waits twice: once for a number, once for a person.'],
  release: ['Since the update I cannot sign in. Fingerprint fails, then the password fails.', 'The new version throws me out every time I open it.', 'Locked out of my own account for two days after the update.'],
};
