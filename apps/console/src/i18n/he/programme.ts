export const programme = {
  interactions: {
    lookup: 'למה הלקוח הזה (לא) נשאל?', lookupHint: 'לפי האינטראקציה, או לפי הלקוח', source: 'מקור', id: 'מזהה האירוע', or: 'או', customer: 'לקוח', find: 'חיפוש', decisions: 'החלטות',
    empty: 'לא מוכר', emptyText: 'לא התקבלה אינטראקציה כזאת. כדאי לבדוק מקור ומזהה, או לשלוח שוב: אותו אירוע נספר פעם אחת.',
    policy: 'מדיניות {{version}}', steps: { occurred: 'קרה', accepted: 'התקבל', decided: 'הוחלט', due: 'ייבדק', sent: 'נשלחה הודעה', answered: 'נענה' }, trouble: 'השליחה נוסתה {{attempts}} פעמים:',
    send: 'שליחת ניסיון', sendHint: 'אינטראקציה אחת בדלת הקדמית, כפי שהמערכות שלכם היו שולחות', email: 'דוא״ל הלקוח', sendButton: 'שליחה',
  },
  decision: {
    pending: 'ממתינה', invited: 'הוזמן', 'sampled-out': 'לא נדגם', 'contacted-too-recently': 'פנו אליו לאחרונה', 'opted-out': 'ביקש שלא יפנו', 'no-consent': 'אין הסכמה', 'no-address': 'אין כתובת',
    'outside-policy': 'מחוץ למדיניות', expired: 'פג תוקף', displaced: 'נדחה מפני אחרת', excluded: 'הוצא',
  },
  programme: {
    tabs: { units: 'יחידות', touchpoints: 'נקודות מגע', programmes: 'תוכניות', keys: 'מפתחות API' },
    name: 'שם', key: 'מפתח', keyHint: 'אותיות לטיניות קטנות, ספרות ומקפים. נשאר לתמיד.', edit: 'עריכה', save: 'שמירה', cancel: 'ביטול', saved: 'נשמר', fold: 'קיפול {{name}}', unfold: 'פתיחת {{name}}',
    unitsHint: 'סניפים, אזורים, מוקדים: הציונים מסתכמים לאורך העץ הזה', addUnit: 'הוספת יחידה', closeUnit: 'סגירת היחידה', parent: 'שייכת אל', top: 'לא שייכת: היא הראש', timeZone: 'אזור זמן', timeZoneHint: 'ריק: של היחידה שמעל',
    noUnits: 'עוד אין יחידות', noUnitsText: 'תחילה מוסיפים את ראש הארגון, ואז את האזורים והסניפים שמתחתיו.',
    touchpointsHint: 'אירועים שעליהם שואלים לקוחות', addTouchpoint: 'הוספת נקודת מגע', programme: 'תוכנית', weight: 'משקל', weightHint: 'בציון הכולל', weightFrom: 'המשקל תקף מיום', weightFromHint: 'בלי תאריך: מהיום. ציונים כוללים של תקופות קודמות שומרים על המשקל של זמנן', weightSince: '{{weight}} מיום {{day}}', delay: 'שואלים אחרי', atOnce: 'מיד',
    noTouchpoints: 'עוד אין נקודות מגע', noTouchpointsText: 'מוסיפים את האירועים שרוצים לשאול עליהם: ביקור, שיחה, משלוח.',
    programmesHint: 'את מי שואלים, איך וכל כמה זמן; ציונים של תוכניות אינם מתערבבים', addProgramme: 'הוספת תוכנית', kind: 'סוג', kinds: { transactional: 'אחרי אירוע', relationship: 'תקופתית', benchmark: 'השוואתית' },
    audience: 'קהל', audiences: { customers: 'לקוחות', employees: 'עובדים', partners: 'שותפים' }, anonymous: 'אנונימית', anonymousLabel: 'אנונימית: איש אינו נקוב בשמו, והתשובות מתפרסמות בקבוצות של 5 לפחות. זה נקבע פעם אחת, כשהתוכנית נוצרת',
    channels: 'ערוצים', sample: 'החלק שנשאל', frequency: 'תדירות', frequencyDays: 'ימים בין הזמנות', noLimit: 'ללא הגבלה',
    onceIn_one: 'פעם ביום', onceIn_two: 'פעם ביומיים', onceIn_other: 'פעם ב-{{count}} ימים', quietHours: 'שעות שקט', quietFrom: 'שקט משעה', quietTo: 'שקט עד שעה', expiry: 'אפשר לענות במשך', amendWindow: 'אפשר לתקן במשך',
    caseDue: 'מועד לטיפול בפנייה', leastN: 'n מזערי', priority: 'קדימות',
  },
  keys: {
    hint: 'כך מערכות אחרות נכנסות; כל אחת רשאית רק למה שזכויותיה אומרות', create: 'יצירת מפתח', none: 'עוד אין מפתחות', noneText: 'יוצרים אחד לכל מערכת ששולחת אינטראקציות או קוראת מספרים.', scopes: 'זכויות', units: 'יחידות',
    unitsHint: 'ריק: כל שלך', created: 'נוצר', revoke: 'ביטול', revoked: 'בוטל', revokeSure: 'מערכות שמשתמשות ב-“{{name}}” יסורבו מעכשיו. אי אפשר לבטל את זה.',
    once: 'זה המפתח. הוא מוצג רק הפעם: כדאי להעתיק עכשיו.',
  },
  operations: {
    health: 'תקינות', ready: 'כל המערכת מוכנה', notReady: 'לא מוכנה: מה שחסר מופיע ראשון', up: 'פועל', down: 'לא פועל', service: 'שירות',
    deadLetters: 'רשומות שנדחו', deadLettersHint: 'רשומות שלא ניתן היה לעבד, מהישנה לחדשה', none: 'אין רשומות שנדחו', noneText: 'כל מה ש-{{service}} קרא עובד.',
    when: 'מתי', topic: 'נושא', consumer: 'צרכן', kind: 'סוג', kinds: { malformed: 'פגומה', failed: 'נכשלה' }, reason: 'סיבה', key: 'מפתח', read: 'קריאה', letter: 'רשומה שנדחתה', replay: 'עיבוד מחדש', replayed: 'עובדה עכשיו',
    rebuilds: 'בנייה מחדש', rebuildsHint: 'מודלים שנספרים מחדש מ-Kafka לצד החיים, שנשארים בשימוש עד ההחלפה', model: 'מודל', rebuild: 'בנייה מחדש', cancelRebuild: 'ביטול',
    rebuildStates: { building: 'נבנה', 'catching-up': 'משלים פערים', swapped: 'הוחלף', failed: 'נכשל', cancelled: 'בוטל' }, rebuildOf: '{{model}}: {{percent}} אחוזים',
    records: '{{done}} מתוך {{total}} רשומות', perSecond: '{{rate}} בשנייה', secondsLeft: 'נותרו {{seconds}} שניות', noneWrong: 'אף שורה לא הייתה שגויה', putRight: '{{rows}} שורות תוקנו', noModels: 'ל-{{service}} אין מה לבנות מחדש.',
  },
};
