import type { Random } from '../random.ts';
import type { Task } from './task.ts';

/** How a colleague closes a task; outcomes of the API. */
export type Ending = 'resolved' | 'explained' | 'compensated' | 'unreachable' | 'no-action';

const REACHED = [
  'Called {name}. Listened, apologised, and promised to come back to it today.', 'Spoke to {name} for ten minutes. The story checks out against our log.',
  'Wrote to {name} and asked for a good time to call; they answered at once.', 'Called {name}, who was glad that somebody read it.', 'Looked it up first, then called {name}: they are right.',
];
const NOT_REACHED = ['Called {name}: no answer. Will try again.', 'Left {name} a message with my direct number.', 'The number of {name} rings out; wrote an e-mail instead.'];
const NO_WORDS = ['No comment was left, so asked {name} what had gone wrong.', 'Only a number, no words. {name} told me on the phone.'];

const CLOSINGS: Record<Ending, readonly string[]> = {
  resolved: ['Put right the same day, confirmed by phone.', 'Mistake found and corrected; the customer has seen it.', 'The branch called as well. Settled.', 'New appointment with a named person. They are content.'],
  explained: ['Explained the fee line by line; accepted.', 'It works as it should, we had not said so clearly.', 'Explained why it took two days. They wished they had been told.'],
  compensated: ['Refunded the fee as a gesture.', 'A month without charges, agreed with the branch.', 'Refund and a written apology.'],
  unreachable: ['Three attempts on two days, no answer. Wrote a last e-mail.', 'Number and mailbox no longer in use.'],
  'no-action': ['They only wanted it to be known.', 'Asked not to be called about it.'],
};

/** What is noted on the way to that ending. */
export function noteOf(random: Random, { customer, answer }: Task, ending: Ending): string {
  const lines = ending === 'unreachable' ? NOT_REACHED : answer.comment === null && random.chance(0.6) ? NO_WORDS : REACHED;
  return random.pick(lines).replaceAll('{name}', customer?.name ?? 'the customer');
}

export const closingOf = (random: Random, ending: Ending): string => random.pick(CLOSINGS[ending]);
