import type { Request } from 'autocannon';

/** A POST of an answer, each time with another id. (The generator's own replacement of ids declares a length that it does not send.) */
export function numberedAnswers(token: string, label: string, answer: object): Request {
  let sent = 0;
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    setupRequest: (request) => ({ ...request, body: JSON.stringify({ id: `${label}-${++sent}`, ...answer }) }),
  };
}
