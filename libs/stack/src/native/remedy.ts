/** Something a person has to do before it can work; the message is one line that says what. */
export class RemedyError extends Error {
  override readonly name = 'RemedyError';

  constructor(problem: string, remedy: string, options?: ErrorOptions) {
    super(`${problem}: ${remedy}`, options);
  }
}
