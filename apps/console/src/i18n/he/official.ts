export const official = {
  official: {
    tabs: { quarters: 'רבעונים', targets: 'יעדים', norms: 'נורמות' }, quarters: 'רבעונים', quartersHint: 'מספר שפורסם נשאר כפי שהוקפא; המספר החי ממשיך', state: 'מצב', actions: 'מה אפשר לעשות',
    states: { live: 'נמשך, חי', over: 'תם, לא הוקפא', frozen: 'הוקפא, לא נחתם', signed: 'נחתם' }, frozenBy: 'הוקפא על ידי', signedBy: 'נחתם על ידי', restated_one: 'הוצג מחדש, מהדורה {{edition}}: מספר אחד השתנה.', restated_two: 'הוצג מחדש, מהדורה {{edition}}: שני מספרים השתנו.', restated_other: 'הוצג מחדש, מהדורה {{edition}}: {{shown}} מספרים השתנו.',
    act: { freeze: 'הקפאה', sign: 'חתימה', restate: 'הצגה מחדש' }, actOf: { freeze: 'הקפאה: {{quarter}}', sign: 'חתימה: {{quarter}}', restate: 'הצגה מחדש: {{quarter}}' },
    what: {
      freeze: 'המספרים של כל יחידה ונקודת מגע נשמרים כפי שהם עכשיו, עם היעדים של היום. תשובות שישתנו או יגיעו אחר כך יזיזו רק את הציון החי. אי אפשר לבטל זאת; טעות מתוקנת בהצגה מחדש, שכולם רואים.',
      sign: 'החתימה אומרת בשמך שהמספרים האלה של {{quarter}} נכונים. תקציבים ובונוסים עשויים להיקבע לפיהם. אי אפשר לחזור בך מחתימה.',
      restate: 'נוצרת מהדורה נוספת של המספרים כפי שהם עכשיו. היא עוד לא חתומה. המהדורות שלפניה נשארות, וכל מספר שהשתנה אומר מה היה, עם הסיבה שלך.',
    },
    reason: 'סיבה', reasonHint: 'מוצגת בכל מקום שבו מופיעים המספרים שהוצגו מחדש', done: { freeze: 'הוקפא', sign: 'נחתם', restate: 'הוצג מחדש' },
    figures: 'מספרים רשמיים, {{quarter}}', figuresHint: 'כפי שהוקפאו, עם היעדים של אז. שם פותח את התשובות שלו כפי שהן היום.', by: 'מספרים לפי', bys: { unit: 'לפי יחידה', touchpoint: 'לפי נקודת מגע' }, edition: 'מהדורה', editionNumber: 'מהדורה {{edition}}', because: 'הוצג מחדש כי:',
    noFigure: 'דבר מזה לא הוקפא. אפשר לבחור יחידה אחרת.', target: 'יעד', noTarget: 'אין יעד', was: 'היה {{nps}} מתוך {{n}} תשובות', wasNone: 'לפני כן לא היה ציון', newFigure: 'לא היה במהדורה הקודמת', notFrozen: '{{quarter}}: לא הוקפא, מספרים חיים', liveHint: 'מספרים חיים של {{days}}. לא הוכרע: הרווח מכיל את היעד, או שיש מעט מדי תשובות',
    targets: 'יעדים, הרבעון עד כה', none: 'עוד אין יעד', noneText: 'יעד אומר לאיזה ציון צריכים להגיע יחידה, נקודת מגע או הכלל.', setTarget: 'קביעת יעד', targetHint: 'ציון בין \u2066−100\u2069 ל-\u2066+100\u2069. רבעונים שהוקפאו שומרים את היעד של אז', targetSet: 'היעד נקבע', targetRemoved: 'היעד הוסר', place: 'של', setBy: 'נקבע על ידי',
  },
  questions: {
    title: 'שלוש שאלות', hint: 'רק שלוש תשובות ״כן״ הן טובות. מהתשובות של {{days}}', hintWait: 'רק שלוש תשובות ״כן״ הן טובות', rivals: 'מעל המתחרים הישירים שלנו?', zero: 'מעל אפס?', grown: 'האם הציון עלה?',
    said: { yes: 'כן', no: 'לא', undecided: 'לא הוכרע', unknown: 'לא ידוע' }, norm: { yes: 'מעל', no: 'מתחת', undecided: 'אולי באותו גובה' }, noRival: 'לא ידוע על אף מתחרה.', nameRivals: 'הוספת מתחרים', moreRivals_one: 'ועוד אחד', moreRivals_two: 'ועוד שניים', moreRivals_other: 'ועוד {{shown}}',
    over_one: 'בחודש אחד:', over_two: 'בחודשיים:', over_other: 'ב-{{shown}} חודשים:', change: { few: 'מעט מדי תשובות אז או עכשיו', chance: 'ייתכן שזה מקרי', up: 'עלה', down: 'ירד' },
    band: 'בתחום שעד {{upTo}}: {{band}}.', industry: 'ענף', chooseIndustry: 'בחירת ענף', normOf: 'המקובל בענף {{industry}} ({{norm}}).', edit: 'נורמות, תחומים ומתחרים',
  },
  norms: {
    note: 'מה שנתון הוא מספרים שצוטטו במאמרים. נורמות של ארצות ושווקים אחרים אינן אומרות דבר על שלכם: כדאי להזין את מה שידוע לכם.', companies: 'מתחרים וחברות אחרות', companiesHint: 'הראשונה משלוש השאלות היא על המתחרים', company: 'חברה', rival: 'מתחרה ישיר', isRival: 'מתחרה', isOther: 'אחר', addCompany: 'הוספת חברה', noCompany: 'אין חברות', noCompanyText: 'אפשר להוסיף את המתחרים הישירים ואת הציון הידוע שלהם.',
    industries: 'ענפים', industriesHint: 'הציון המקובל בענף', usual: 'ציון מקובל', addIndustry: 'הוספת ענף', edit: 'עריכה', editOf: 'עריכה: {{name}}', remove: 'הסרה', removed: 'הוסר', score: 'ציון', scoreHint: '\u2066−100\u2069 עד \u2066+100\u2069', noScore: 'חייב להיות מספר בין \u2066−100\u2069 ל-\u2066+100\u2069', rivalLabel: 'מתחרה ישיר', rivalHint: 'הם ואנחנו רוצים את אותם לקוחות', source: 'מקור', sourceHint: 'היכן ומתי נמדד הציון',
    bands: 'תחומים', bandsHint: 'מה משמעות הציון; כל תחום מתחיל מעל סוף קודמו', editBands: 'עריכת תחומים', meaning: 'משמעות', meaningOf: 'משמעות תחום {{number}}', upTo: 'עד', upToOf: 'סוף תחום {{number}}', removeBand: 'הסרת תחום {{number}}', addBand: 'הוספת תחום', fault: { order: 'הסופים חייבים להיות מספרים שעולים ממעל \u2066−100\u2069 ועד \u2066+100\u2069.', words: 'לכל תחום דרושה משמעות.' },
    industry: { 'digital-retail': 'קמעונאות דיגיטלית', grocery: 'מזון', banks: 'בנקים', airlines: 'תעופה', insurance: 'ביטוח', 'online-shop': 'חנויות מקוונות', consulting: 'ייעוץ', telecom: 'תקשורת' },
    band: { poor: 'לרוב הייתה חוויה רעה', normal: 'רגיל, עם מקום לצמוח', good: 'היכן שהרוב נמצאים', loved: 'בין האהובים ביותר', outstanding: 'כמעט בלתי מושג' },
  },
};
