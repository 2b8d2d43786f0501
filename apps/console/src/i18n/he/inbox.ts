export const inbox = {
  inbox: {
    queue: 'תור', case: 'פנייה', status: 'אילו פניות', filter: { mine: 'התור שלי', open: 'פנויות', claimed: 'בטיפול', closed: 'סגורות' }, me: 'אני', anyone: 'כולם', assignee: 'בטיפול של', nobody: 'עדיין אף אחד',
    empty: 'אין ממתינים', emptyClosed: 'עוד לא נסגר דבר', emptyText: 'פנייה נפתחת כאן מעצמה כשלקוח נותן ציון מ-0 עד 6.',
    unknownPerson: 'לקוח לא מוכר', forgotten: 'ביקש להישכח', noWords: 'הציון ניתן ללא מילים.', left: 'נותרו {{distance}}', late: 'באיחור של {{distance}}', dueFirst: 'מועד לתגובה ראשונה', dueFollowUp: 'מועד לסיום הטיפול',
    overview: 'מצב התור', overviewHint: '<k>J</k> פותח את הפנייה הדחופה ביותר, <k>?</k> מציג את כל המקשים.', tiles: { all: 'בתור הזה', soon: 'המועד בשעה הקרובה', late: 'באיחור' },
    load: { title: 'עומס לפי נציג', who: 'נציג', tasks: 'פניות', oldest: 'הוותיקה ביותר' },
    customerSince: 'לקוח מאז {{since}}', facts: { touchpoint: 'נקודת מגע', unit: 'יחידה', servedBy: 'נותן השירות', answered: 'נענה' },
    timeline: 'היסטוריה', system: 'Candor',
    history: {
      opened: 'הפנייה נפתחה', viewed: '{{who}} פתח/ה את הפנייה: הציון ננעל', claimed: '{{who}} לקח/ה את הפנייה', assigned: '{{who}} העביר/ה את הפנייה אל {{assignee}}', released: '{{who}} שחרר/ה את הפנייה',
      noted: '{{who}} כתב/ה הערה', closed: '{{who}} סגר/ה את הפנייה: {{outcome}}', reopened: 'הפנייה נפתחה מחדש', answerChanged: 'התשובה שונתה ל-{{score}}', answerWithdrawn: 'התשובה אינה נספרת עוד',
      overdueFirst: 'התגובה הראשונה באיחור', overdue: 'הטיפול באיחור', erased: 'הלקוח ביקש להישכח',
    },
    todo: 'מה לעשות', state: { open: 'איש עוד לא לקח את הפנייה', mine: 'הפנייה אצלך', claimed: 'בטיפול של {{who}}', closed: 'נסגרה: {{outcome}}' },
    claim: 'לקיחה', release: 'שחרור', close: 'סגירה', note: 'הערה', notePlaceholder: 'מה נאמר, מה הובטח', draftKept: 'נשמר בדפדפן הזה עד לשמירה', saveNote: 'שמירת הערה',
    outcome: 'תוצאה', chooseOutcome: 'בחירה', assignTo: 'העברה אל', contact: { none: 'אין טלפון או כתובת ידועים.', refused: 'הלקוח ביקש שלא יפנו אליו בנוגע לתשובה.' },
    done: { claim: 'הפנייה אצלך', release: 'שוחררה', notes: 'ההערה נשמרה', close: 'הפנייה נסגרה', assign: 'הועברה' },
  },
  outcome: { resolved: 'נפתרה', explained: 'הוסברה', compensated: 'ניתן פיצוי', unreachable: 'לא הושג', 'no-action': 'ללא פעולה', duplicate: 'כפולה' },
};
