export const exclusions = {
  exclusions: {
    list: 'Never asked', listHint: 'It holds at once, in all units, for messages that wait too', who: 'Customer id, e-mail or phone', whom: 'Whom', kind: 'What this is', kinds: { customer: 'Customer', email: 'E-mail address', phone: 'Phone number' },
    reason: 'Reason', reasons: { 'do-not-contact': 'Do not contact', litigation: 'In litigation', minor: 'Minor', deceased: 'Deceased' }, allReasons: 'All reasons', note: 'Why', noteHint: 'Stays on record with your name', by: 'Entered by',
    withRemoved: 'With those taken back', empty: 'Nobody is excluded', emptyText: 'Add those who must never be asked, one by one or as a file.', notFound: 'Not on the list', notFoundText: 'Phone numbers are looked for with their country code.',
    add: 'Exclude somebody', addHint: 'A customer, or an address whoever uses it', addButton: 'Exclude', added: 'Excluded', takeBack: 'Take back', takeBackOf: 'Take back {{who}}', whyBack: 'Why they may be asked again', takenBack: 'Taken back', takenBackBy: 'Taken back by {{who}}',
    import: 'Load a file', importHint: 'CSV or NDJSON of any length. The same file again changes nothing', file: 'File', columns: 'Columns, in any order:', chooseFile: 'Choose a file', wrongFile: 'Choose a file that ends in .csv, .ndjson or .jsonl', fileReason: 'Reason where a row says none', fileNote: 'Why, where a row says nothing',
    ofTheRow: 'As the row says', importButton: 'Load', sending: '{{share}} sent', loaded: { rows: 'Rows', accepted: 'New', duplicates: 'Known', refused: 'Refused' }, line: 'Line', field: 'Field', wrong: 'What is wrong',
    firstRefused: 'The first {{shown}} are named. Correct them and load the file again.',
  },
};
