export const customers = {
  customers: {
    firms: 'חברות', firmsHint: 'כמה אנשים מכל חברה נשאלו ונשמעו בתוך שנה: אחד מהם אינו החברה', noFirms: 'אין חברות מוכרות', noFirmsText: 'מציינים את החברה של לקוחות באינטראקציות שלהם או בבסיס הלקוחות, עם התפקיד שלהם בה.', firm: 'חברה',
    known: 'מוכרים', asked: 'נשאלו', heard: 'נשמעו', deciders: 'מי שמחליטים', decider: { unknown: 'לא מוכרים', heard: 'נשמעו', asked: 'נשאלו, לא נשמעו', silent: 'לא נשאלו' }, allProgrammes: 'כל התוכניות',
    peopleHint: 'מי שמחליטים קודם', person: 'לקוח', role: 'תפקיד', decides: 'מחליט', state: 'עד לאן', notAsked: 'לא נשאל',
    import: 'טעינת בסיס הלקוחות', columns: 'מזהה ויחידה נחוצים. עמודות, בכל סדר:', complete: 'הקובץ כולל את כל הלקוחות', completeHint: 'מי שאינו בו עזב', progress: 'עד היכן הקובץ', rowsDone: '{{shown}} שורות טופלו', failed: 'הטיפול בקובץ נפסק. אפשר לטעון אותו שוב: מה שכבר נשמר נשאר כפי שהוא.',
    done: { rows: 'שורות', created: 'חדשות', changed: 'השתנו', unchanged: 'ללא שינוי', refused: 'נדחו', left: 'עזבו' }, firstErrors: '{{shown}} השגיאות הראשונות מפורטות. אפשר לתקן ולטעון שוב את הקובץ.',
  },
};
