export const figures = {
  segment: { promoter: 'ממליץ', passive: 'ניטרלי', detractor: 'מסתייג' },
  channel: { email: 'דוא״ל', sms: 'מסרון', voice: 'טלפון', web: 'אתר', api: 'API' },
  figure: {
    n: '\u2066n {{shown}}\u2069', none: 'אין תשובות', tooFew: 'מעט מדי תשובות', suppressed: 'לא מוצג', batches: 'התוכנית הזאת אנונימית. התשובות שלה מתפרסמות בקבוצות של 5 לפחות, כל קבוצה ביום אחד וליחידה אחת; מה שעוד לא מילא קבוצה אינו מוצג, ומה שפורסם נשאר כפי שהוא.', answers_one: 'תשובה אחת', answers_two: 'שתי תשובות', answers_other: '{{shown}} תשובות',
    intervalHint: 'רווח בר-סמך של 95%: עם התשובות האלה הציון האמיתי נמצא בו ב-19 מקרים מתוך 20.', scoreOf: '{{score}} מתוך {{of}}', onScale: 'מ-{{low}} עד {{high}}',
    distributionOf: 'תשובות לפי ציון: {{list}}', distributionBar_one: 'ציון {{score}}: תשובה אחת, {{share}}', distributionBar_two: 'ציון {{score}}: שתי תשובות, {{share}}', distributionBar_other: 'ציון {{score}}: {{shown}} תשובות, {{share}}',
  },
  measure: {
    filter: 'מדד', names: { nps: 'NPS', enps: 'eNPS', csat: 'CSAT', ces: 'CES', womi: 'WoMI', smiley: 'סמיילים' },
    titles: { nps: 'ציון NPS', enps: 'ציון NPS של עובדים', csat: 'שביעות רצון (CSAT)', ces: 'מאמץ (CES)', womi: 'מפה לאוזן (WoMI)', smiley: 'סמיילים' },
    smiley: { red: 'אדום', yellow: 'צהוב', green: 'ירוק' }, womi: { promoters: 'ממליצים', detractors: 'מניאים אחרים', falseDetractors: 'מסתייגים לכאורה: לא זה ולא זה' },
    through: 'נספר עד {{day}}', tree: 'יחידות', trees: { was: 'כפי שהיה', is: 'כפי שהוא' }, treeHint: 'כל תשובה היכן שיחידתה הייתה כשניתנה, או היכן שהיחידה נמצאת עכשיו', cell: '{{shown}}, מתוך {{n}} תשובות', trendPoint: '{{nps}}, n {{n}}',
  },
  files: { csv: 'כ-CSV', parquet: 'כ-Parquet', stop: 'עצירה', progress: 'כמה מהקובץ הגיע', rows_one: 'שורה אחת', rows_two: 'שתי שורות', rows_other: '{{shown}} שורות', megabytes: '{{shown}} MB עד כה' },
  rolling: { group: 'נע', '7d': '7 ימים נעים', '30d': '30 ימים נעים', '90d': '90 ימים נעים', '365d': '365 ימים נעים', hint: 'כל יום מייצג את כל הימים שעד אליו; לנקודות סמוכות רוב התשובות משותפות' },
  range: {
    label: 'טווח זמן: {{range}}', '1d': 'היום', '7d': '7 הימים האחרונים', '30d': '30 הימים האחרונים', '90d': '90 הימים האחרונים', '365d': '365 הימים האחרונים', from: 'היום הראשון', to: 'היום האחרון', apply: 'הצגת הימים האלה',
  },
  filter: { unit: 'יחידה', allUnits: 'כל היחידות', touchpoint: 'נקודת מגע', allTouchpoints: 'כל נקודות המגע', programme: 'תוכנית', nothing: 'לא נמצא דבר', clear: 'ניקוי' },
  behind: {
    table: 'הצגה כטבלה', chart: 'הצגה כתרשים', answers: 'התשובות שמאחורי המספר', api: 'קריאת ה-API שמחזירה זאת', apiHint: 'מחזירה את אותו מספר, עם מפתח שרשאי לקרוא ציונים.', way: 'דרך השאילתה', odataHint: 'ל-Excel, ל-Power BI ול-Tableau, עם המפתח כסיסמה. השורות מסתכמות; היחידות הן לפי העץ כפי שהוא עכשיו (tree=is).', sqlHint: 'למשתמש SQL (‏POST /v1/bi-users), שרואה את יחידותיו; היחידות הן לפי העץ כפי שהוא עכשיו (tree=is).', copy: 'העתקה', copied: 'הועתק', reference: 'תיעוד ה-API',
  },
};
