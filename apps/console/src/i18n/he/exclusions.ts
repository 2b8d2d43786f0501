export const exclusions = {
  exclusions: {
    list: 'לעולם אינם נשאלים', listHint: 'תקף מיד, בכל היחידות, גם להודעות שממתינות', who: 'מזהה לקוח, דוא״ל או טלפון', whom: 'את מי', kind: 'מה זה', kinds: { customer: 'לקוח', email: 'כתובת דוא״ל', phone: 'מספר טלפון' },
    reason: 'סיבה', reasons: { 'do-not-contact': 'לא לפנות', litigation: 'בהליך משפטי', minor: 'קטין', deceased: 'נפטר' }, allReasons: 'כל הסיבות', note: 'למה', noteHint: 'נשאר ברישום יחד עם שמך', by: 'נרשם בידי',
    withRemoved: 'כולל מי שהוחזרו', empty: 'איש אינו ברשימה', emptyText: 'מוסיפים את מי שאסור לשאול, אחד אחד או כקובץ.', notFound: 'לא ברשימה', notFoundText: 'מספרי טלפון מחפשים עם קידומת המדינה.',
    add: 'הוספה לרשימה', addHint: 'לקוח, או כתובת יהיה המשתמש בה אשר יהיה', addButton: 'הוספה', added: 'נוסף לרשימה', takeBack: 'החזרה', takeBackOf: 'החזרה של {{who}}', whyBack: 'למה מותר לשאול שוב', takenBack: 'הוחזר', takenBackBy: 'הוחזר בידי {{who}}',
    import: 'טעינת קובץ', importHint: 'CSV או NDJSON בכל אורך. אותו קובץ שוב אינו משנה דבר', file: 'קובץ', columns: 'עמודות, בכל סדר:', chooseFile: 'בחירת קובץ', wrongFile: 'צריך קובץ שמסתיים ב-.csv, ב-.ndjson או ב-.jsonl', fileReason: 'סיבה לשורה שאינה אומרת', fileNote: 'למה, לשורה שאינה אומרת',
    ofTheRow: 'כפי שהשורה אומרת', importButton: 'טעינה', sending: 'נשלחו {{share}}', loaded: { rows: 'שורות', accepted: 'חדשות', duplicates: 'מוכרות', refused: 'נדחו' }, line: 'שורה', field: 'שדה', wrong: 'מה לא בסדר',
    firstRefused: '{{shown}} הראשונות מפורטות. אפשר לתקן ולטעון שוב את הקובץ.',
  },
};
