export const ledger = {
  ledger: {
    notComing: 'אל מי עוד תישלח שאלה מוצג רק אחרי שההודעה יצאה: מי שתוצאותיו נמדדות לא אמור לראות אותה מגיעה.',
    title: 'יומן ההחלטות', hint: 'לכל אינטראקציה החלטה אחת עם הסיבה שלה, מהחדשה לישנה. הימים הם לפי שעון היחידה', outcome: 'תוצאה', allOutcomes: 'כל התוצאות', allInteractions: 'כל האינטראקציות', empty: 'אין החלטות', emptyText: 'לא נכנס כאן דבר בזמן הזה. אפשר לבחור זמן ארוך יותר או יותר יחידות.',
  },
  reason: {
    INVITED: 'נשאל', BOUNCED: 'ההודעה חזרה', DELAY: 'ממתינה לרגע שלה', QUIET_HOURS: 'ממתינה לסוף הזמן השקט', QUOTA_OPEN: 'ממתינה לסוף התקופה של המכסה', QUOTA: 'המכסה התמלאה', SLOT_UNCLEAR: 'ממתינה עד שהודעה אחרת תירשם',
    CATALOG_BEHIND: 'ממתינה לקטלוג', SENDING: 'נשלחת עכשיו', DEFERRED: 'הצד השני ביקש לנסות מאוחר יותר', THROTTLED: 'הספק ביקש קצב אטי יותר', PROVIDER_DOWN: 'הספק אינו עונה', SAMPLE: 'לא נדגם', FREQUENCY: 'נשאל לאחרונה',
    DISPLACED: 'תוכנית בעלת קדימות גבוהה יותר קדמה', OPTED_OUT: 'אמר לא', COMPLAINED: 'התלונן על הודעה', CONSENT_DENIED: 'סירב להסכים', CONSENT_MISSING: 'לא נתן הסכמה', NO_ADDRESS: 'אין כתובת ידועה', ADDRESS_INVALID: 'הכתובת אינה תקינה',
    ADDRESS_BOUNCED: 'הודעה קודמת חזרה', CHANNEL_UNAVAILABLE: 'לא הוגדר דבר שישלח', NO_CHANNEL: 'התוכנית אינה נוקבת בערוץ', PROSPECT: 'עוד אינו לקוח', SEGMENT: 'התוכנית אינה לפלח הזה', UNIT_CLOSED: 'היחידה נסגרה',
    TOO_OLD: 'הזמן לשאול תם', NOT_SENT_IN_TIME: 'לא היה אפשר לשלוח בזמן', DO_NOT_CONTACT: 'ברשימת אין-לפנות', LITIGATION: 'בהליך משפטי', MINOR: 'קטין', DECEASED: 'נפטר', ERASED: 'ביקש להישכח',
  },
  funnel: {
    stages: 'מאינטראקציה לתשובה', stage: { interactions: 'אינטראקציות', eligible: 'ראויות', invited: 'הוזמנו', delivered: 'הגיעו', opened: 'נפתחו', started: 'הותחלו', answered: 'נענו' }, indicative: 'להתרשמות בלבד',
    indicativeHint: 'תוכנות דואר פותחות הודעות בשביל כולם, ואחרות מסתירות זאת: אפשר לספור, אבל לא להסתמך.', ofBefore: '{{share}} מאלה שלפני כן', ofDelivered: '{{share}} מאלה שהגיעו',
    reasons: 'למה, ולמה לא', reasonsHint: 'כל אינטראקציה נמצאת בשורה אחת בדיוק', sum: 'סך הכול: כל האינטראקציות',
    fourfold: 'מי ענו ומי שתקו', fourfoldHint: 'שתקו: ההודעה הגיעה, הזמן לענות תם, ותשובה לא באה. גם תשובות ממערכות אחרות נספרות', fourfoldEmpty: 'תשובות, והזמנות שזמנן תם, ימלאו את זה.', silent: 'שתקו', waiting: 'עוד יכולים לענות',
    split: 'אותו דבר לפי', splitHint: 'שם מצמצם את העמוד, מספר פותח את ההחלטות שלו', by: { unit: 'יחידה', servedBy: 'נותן השירות', channel: 'ערוץ', touchpoint: 'נקודת מגע' },
    messages: 'לפי הודעה', messagesHint: 'איזו הודעה הביאה את התשובה: לפי הקישור שנפתח, או האחרונה בערוץ שבו ענו', message: 'הודעה', messageStage: { sent: 'נשלחו', reached: 'הגיעו', answered: 'הביאו תשובה' }, messageShare: 'מתוך שהגיעו', noMessages: 'אין הודעות',
    unknownMessage_one: 'על תשובה אחת לא ידוע איזו הודעה הביאה אותה.', unknownMessage_two: 'על שתי תשובות לא ידוע איזו הודעה הביאה אותן.', unknownMessage_other: 'על {{shown}} תשובות לא ידוע איזו הודעה הביאה אותן.',
    none: { unit: 'ללא יחידה', servedBy: 'ללא שם', channel: 'לא נשאלו', touchpoint: 'ללא נקודת מגע' }, bounced: 'חזרו', answerShare: 'נענו מתוך שהגיעו', showAll: 'הצגת כל ה-{{count}}',
    servedBy: 'מזהה נותן השירות', empty: 'אין אינטראקציות', emptyText: 'לא נכנס כאן דבר בזמן הזה. אפשר לבחור זמן ארוך יותר או יותר יחידות.',
  },
  journey: {
    title: 'הדרך של אינטראקציה', all: 'כל האינטראקציות', hint: 'מה נהיה ממנה, עם זמנים; מה שעוד פתוח מתעדכן מעצמו', steps: { event: 'אירוע', decision: 'החלטה', message: 'הודעה', answer: 'תשובה', score: 'ציון', case: 'פנייה' },
    notYet: 'עוד לא הוחלט.', notAsked: 'אין הודעה: איש לא נשאל.', status: { issued: 'בדרך', sent: 'נשלחה', bounced: 'חזרה', cancelled: 'בוטלה' },
    first: 'הודעה ראשונה', reminder: 'תזכורת', fate: { waiting: 'ממתינה', sent: 'נשלחה', delivered: 'הגיעה', bounced: 'חזרה', unreached: 'לא הגיעה לאיש', cancelled: 'בוטלה' }, arrived: 'הגיעה', opened: 'נפתחה (להתרשמות בלבד)', started: 'התחילו בעמוד', remind: 'ייבדק אם להזכיר',
    won: 'הביאה את התשובה',
    attempts_one: 'ניסיון אחד', attempts_two: 'שני ניסיונות', attempts_other: '{{count}} ניסיונות',
    noAnswerYet: 'עוד אין תשובה.', noAnswer: 'לא תהיה תשובה.', whoAnsweredNotTold: 'התוכנית אנונימית: לא נמסר אם הלקוח הזה ענה.', answerNotShown: 'אי אפשר להציג את התשובה עצמה: היא אנונימית, נמחקה, ישנה יותר, או שאין הרשאה לראותה.', noScore: 'תיספר כשתהיה תשובה שמותר לראות.',
    notCounted: 'התשובה הוצאה: היא אינה נספרת בשום מספר.', countsIn: 'נספרת ב', noCaseYet: 'נפתחת כשהתשובה היא 0 עד 6.', noCaseNeeded: 'אין: הלקוח אינו מאוכזב.',
  },
};
