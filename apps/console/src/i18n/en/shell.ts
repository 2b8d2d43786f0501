export const shell = {
  nav: { home: 'Overview', inbox: 'Inbox', scores: 'Scores', compare: 'Compare', answers: 'Answers', signals: 'Signals', funnel: 'Funnel', reports: 'Reports', official: 'Official figures', interactions: 'Interactions', customers: 'Customers', exclusions: 'Exclusions', programme: 'Programme', operations: 'Operations' },
  shell: {
    skip: 'Skip to content', menu: 'Menu', navigation: 'Pages', language: 'Language', appearance: 'Appearance', light: 'Light', dark: 'Dark', auto: 'System',
    apiReference: 'API reference', signOut: 'Sign out', dismiss: 'Close',
  },
  roles: { agent: 'Agent', supervisor: 'Supervisor', manager: 'Unit manager', analyst: 'Analyst', administrator: 'Administrator' },
  signIn: { title: 'Sign in · Candor', heading: 'Sign in to Candor', text: 'Your organisation’s account opens the console. You come back to this page.', button: 'Sign in' },
  keyboard: { title: 'Keyboard', next: 'Next case', previous: 'Previous case', claim: 'Claim the case', note: 'Write a note', close: 'Close with an outcome', release: 'Release the case', help: 'Show this list' },
  live: { live: 'Live', liveHint: 'What is shown follows by itself.', waiting: 'Connecting', waitingHint: 'No live connection now. It is being opened again; what is shown may be some seconds old.' },
  notFound: { title: 'Nothing here', text: 'There is no page at this address.', home: 'To the overview' },
  problem: {
    page: 'This page could not be shown', retry: 'Try again',
    network: { title: 'No connection', detail: 'The platform does not answer. Check the network, then try again.' },
    forbidden: { title: 'Not yours to see', detail: 'Your role does not allow this. An administrator can change that.' },
    missing: { title: 'Not found', detail: 'It is not known, or not among your units.' },
    server: { title: 'The platform has a problem', detail: 'Nothing was lost. Try again in a moment.' },
    unexpected: { title: 'Something went wrong', detail: 'Reload the page. If it stays, tell your administrator.' },
  },
};
