export const customers = {
  customers: {
    firms: 'Firms', firmsHint: 'How many people of each were asked and heard within a year: one of them is not the firm', noFirms: 'No firms known', noFirmsText: 'Name the account of customers in their interactions or in the customer base, with their role in it.', firm: 'Firm',
    known: 'Known', asked: 'Asked', heard: 'Heard', deciders: 'Who decides', decider: { unknown: 'Not known', heard: 'Heard', asked: 'Asked, not heard', silent: 'Not asked' }, allProgrammes: 'All programmes',
    peopleHint: 'Those who decide first', person: 'Customer', role: 'Role', decides: 'decides', state: 'How far', notAsked: 'Not asked',
    import: 'Load the customer base', columns: 'Id and unit are needed. Columns, in any order:', complete: 'The file names every customer', completeHint: 'Whoever is not in it has left', progress: 'How far the file is', rowsDone: '{{shown}} rows are done, {{share}} of the file. It goes on when you leave this page.', failed: 'The file could not be read to its end. What was stored before stays; correct it and load it again.',
    done: { rows: 'Rows', created: 'New', changed: 'Changed', unchanged: 'Unchanged', refused: 'Refused', left: 'Left' }, firstErrors: 'The first {{shown}} errors are named. Correct them and load the file again.',
  },
};
