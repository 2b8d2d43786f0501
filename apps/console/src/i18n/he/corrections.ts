export const corrections = {
  corrections: {
    title: 'שונו בידי אדם', hint: 'תשובות שמישהו אחר מהלקוח תיקן או הוציא מהחישוב, כחלק מכולן. מי שתוצאותיו נמדדות אינו רשאי לכך', unit: 'יחידה', answers: 'תשובות', corrected: 'תוקנו', excluded: 'הוצאו', reinstated: 'הוחזרו',
    rate: 'שיעור השינויים', sum: 'הכול, כל אחת פעם אחת', who: 'מי שינה, ולמה', changed: 'שונתה: {{reason}}', byRespondent: 'רק הלקוח שינה אותה.',
    correct: 'תיקון', exclude: 'הוצאה מהחישוב', reinstate: 'החזרה לחישוב', score: 'ציון אחר', newScore: 'הציון כפי שהתכוונו אליו', why: 'למה', whyHint: 'נשמר בהיסטוריה של התשובה, לצד מי שכתב אותה', do: 'תיקון',
  },
};
