/** Somebody who can sign in with one click. What they may do is kept in the catalogue; the provider only says who they are. */
export interface SandboxPerson {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  /** For the sign-in page: what they are there for. */
  readonly title: string;
  readonly about: string;
  readonly roles: readonly string[];
  /** In place of `about` where the demonstration bank exists. */
  readonly demoAbout?: string;
  /** Roots of what they see where the demonstration bank exists; null: everything. */
  readonly demoUnits: readonly string[] | null;
}

export const PEOPLE: readonly SandboxPerson[] = [
  {
    subject: 'dana', name: 'Dana Katz', email: 'dana@meridian.example', title: 'Supervisor', about: 'Watches the whole inbox, assigns and unblocks',
    roles: ['supervisor'], demoUnits: null,
  },
  {
    subject: 'yonatan', name: 'Yonatan Peretz', email: 'yonatan@meridian.example', title: 'Agent', about: 'Calls back customers who were unhappy', demoAbout: 'Calls back the customers of one branch, Ashdod Marina',
    roles: ['agent'], demoUnits: ['ashdod-marina'],
  },
  {
    subject: 'tsion', name: 'Tsion Alemu', email: 'tsion@meridian.example', title: 'Unit manager', about: 'Runs a part of the business', demoAbout: 'Runs the South region and its branches',
    roles: ['manager'], demoUnits: ['south'],
  },
  {
    subject: 'irina', name: 'Irina Volkova', email: 'irina@meridian.example', title: 'Analyst', about: 'Asks the figures, corrects answers, feeds the BI tools',
    roles: ['analyst'], demoUnits: null,
  },
  {
    subject: 'ruth', name: 'Ruth Adler', email: 'ruth@meridian.example', title: 'Administrator', about: 'Sets up the programme, people and keys',
    roles: ['administrator'], demoUnits: null,
  },
];

export const personOf = (subject: string | undefined): SandboxPerson | undefined =>
  PEOPLE.find((person) => person.subject === subject || person.email === subject);
