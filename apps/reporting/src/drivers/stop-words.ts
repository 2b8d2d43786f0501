/** Words that say nothing of what somebody liked or missed, by language. Of a language without a list only short words are left out. */
const LISTS: Record<string, string> = {
  en: `a an the and or but if then so than that this these those there here it its it's i i'm i've me my mine we us our you your yours he she him her his they them their of to in on at by for from with without about into over
    after before again as is am are was were be been being do does did don't didn't doesn't has have had having will would can could can't couldn't should shall may might must not no nor yes very too just only also all any both each few
    more most other some such own same what which who whom when where why how up down out off once while because until during between through never always ever even still yet much many get got one two`,
  he: `אני אתה את אנחנו אתם הוא היא הם הן של על עם אל אם או אבל גם רק כל כי כמו מה מי זה זאת זו אלה לא כן יש אין היה הייתה היו להיות לי לך לו לה לנו לכם להם אותי אותו אותה אותם שלי שלך שלו שלה שלנו שלהם
    מאוד יותר פחות כבר עוד עד אז כאן שם איך למה מתי איפה בין אחרי לפני תוך ללא בלי אחד אחת ואז הכל היום אך`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему теперь когда даже ну ли если уже или ни быть был него до вас нибудь опять вам ведь там потом себя
    ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже себе под будет кто этот того потому этого какой совсем ним здесь этом один мой моя это очень были мои нас нам`,
  am: `እና ነው ነበር ነበረ ግን ወይም እኔ አንተ አንቺ እሱ እሷ እኛ እነሱ ይህ ያ ይሄ ወደ ከ በ ለ ላይ ውስጥ ስለ እንደ ሁሉም ምንም አይደለም አለ የለም በጣም ብቻ ደግሞ ነገር ጋር`,
};

const STOP_WORDS = new Map(Object.entries(LISTS).map(([language, list]) => [language, new Set(list.split(/\s+/))]));
const NONE: ReadonlySet<string> = new Set();

export const stopWordsOf = (language: string): ReadonlySet<string> => STOP_WORDS.get(language) ?? NONE;
