export const shell = {
  nav: { home: 'סקירה', inbox: 'תיבת פניות', scores: 'ציונים', compare: 'השוואה', answers: 'תשובות', signals: 'התראות', funnel: 'משפך', reports: 'דוחות', official: 'מספרים רשמיים', interactions: 'אינטראקציות', customers: 'לקוחות', exclusions: 'רשימת אי-פנייה', programme: 'תוכנית', operations: 'תפעול' },
  shell: {
    skip: 'דילוג לתוכן', menu: 'תפריט', navigation: 'עמודים', language: 'שפה', appearance: 'תצוגה', light: 'בהירה', dark: 'כהה', auto: 'לפי המערכת',
    apiReference: 'תיעוד ה-API', signOut: 'יציאה', dismiss: 'סגירה',
  },
  roles: { agent: 'נציג', supervisor: 'ראש צוות', manager: 'מנהל יחידה', analyst: 'אנליסט', administrator: 'מנהל מערכת' },
  signIn: { title: 'כניסה · Candor', heading: 'כניסה ל-Candor', text: 'החשבון הארגוני שלך פותח את המערכת. אחרי הכניסה חוזרים לעמוד הזה.', button: 'כניסה' },
  keyboard: { title: 'מקלדת', next: 'הפנייה הבאה', previous: 'הפנייה הקודמת', claim: 'לקיחת הפנייה', note: 'כתיבת הערה', close: 'סגירה עם תוצאה', release: 'שחרור הפנייה', help: 'הצגת הרשימה הזאת' },
  live: { live: 'בזמן אמת', liveHint: 'מה שמוצג מתעדכן מעצמו.', waiting: 'מתחבר', waitingHint: 'אין כרגע חיבור חי. הוא נפתח מחדש; ייתכן שמה שמוצג ישן בכמה שניות.' },
  notFound: { title: 'אין כאן דבר', text: 'אין עמוד בכתובת הזאת.', home: 'לסקירה' },
  problem: {
    page: 'לא ניתן להציג את העמוד', retry: 'ניסיון נוסף',
    network: { title: 'אין חיבור', detail: 'המערכת אינה עונה. כדאי לבדוק את הרשת ולנסות שוב.' },
    forbidden: { title: 'אין הרשאה', detail: 'התפקיד שלך אינו מאפשר זאת. מנהל המערכת יכול לשנות זאת.' },
    missing: { title: 'לא נמצא', detail: 'לא מוכר, או שאינו ביחידות שלך.' },
    server: { title: 'יש תקלה במערכת', detail: 'דבר לא אבד. אפשר לנסות שוב בעוד רגע.' },
    unexpected: { title: 'משהו השתבש', detail: 'אפשר לטעון את העמוד מחדש. אם זה חוזר, כדאי לפנות למנהל המערכת.' },
  },
};
