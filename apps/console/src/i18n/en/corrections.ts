export const corrections = {
  corrections: {
    title: 'Touched by hand', hint: 'Answers that somebody else than the customer corrected or left out, as a share of all. Whose results are measured has no right to', unit: 'Unit', answers: 'Answers', corrected: 'Corrected', excluded: 'Excluded', reinstated: 'Put back',
    rate: 'Share touched', sum: 'All, each once', who: 'Who changed it, and why', changed: 'Changed: {{reason}}', byRespondent: 'Changed by the customer only.',
    correct: 'Correct', exclude: 'Leave out', reinstate: 'Take in again', score: 'Another score', newScore: 'Score as it was meant', why: 'Why', whyHint: 'Stands in the history of the answer, beside who wrote it', do: 'Correct',
  },
};
