/** `[as written, in Latin letters]`; the second goes into addresses. */
export type Name = readonly [string, string];
export type Language = 'en' | 'he' | 'am' | 'ru';

interface Names {
  readonly first: readonly Name[];
  readonly last: readonly Name[];
}

const latin = (...names: string[]): Name[] => names.map((name) => [name, name.toLowerCase()]);

export const NAMES: Readonly<Record<Language, Names>> = {
  en: {
    first: latin('Daniel', 'Sarah', 'Michael', 'Rachel', 'David', 'Hannah', 'Joshua', 'Leah', 'Adam', 'Naomi', 'Benjamin', 'Emily', 'Samuel', 'Deborah', 'Jonathan', 'Rebecca'),
    last: latin('Cohen', 'Green', 'Miller', 'Rosen', 'Stein', 'Harris', 'Gold', 'Brooks', 'Klein', 'Marcus', 'Levine', 'Fisher', 'Warner', 'Simons'),
  },
  he: {
    first: [
      ['נועה', 'noa'], ['יוסי', 'yossi'], ['תמר', 'tamar'], ['אבי', 'avi'], ['מיכל', 'michal'], ['איתי', 'itai'], ['שירה', 'shira'], ['משה', 'moshe'], ['רונית', 'ronit'], ['עומר', 'omer'],
      ['יעל', 'yael'], ['גיא', 'guy'], ['דנה', 'dana'], ['אורי', 'uri'], ['ליאת', 'liat'], ['רועי', 'roi'], ['הילה', 'hila'], ['ניר', 'nir'], ['ענת', 'anat'], ['אלון', 'alon'],
    ],
    last: [
      ['לוי', 'levi'], ['כהן', 'cohen'], ['מזרחי', 'mizrahi'], ['פרץ', 'peretz'], ['ביטון', 'biton'], ['אברהם', 'avraham'], ['פרידמן', 'friedman'], ['דהן', 'dahan'], ['אזולאי', 'azoulay'],
      ['כץ', 'katz'], ['שפירא', 'shapira'], ['גבאי', 'gabay'], ['חדד', 'hadad'], ['יוסף', 'yosef'], ['מלכה', 'malka'],
    ],
  },
  am: {
    first: [
      ['አበበ', 'abebe'], ['ሰላም', 'selam'], ['ታደሰ', 'tadesse'], ['መሠረት', 'meseret'], ['ዳዊት', 'dawit'], ['ሃና', 'hana'], ['ግርማ', 'girma'], ['ትዕግስት', 'tigist'], ['ብርሃኑ', 'birhanu'],
      ['አልማዝ', 'almaz'], ['ዮናስ', 'yonas'], ['ራሄል', 'rahel'], ['ተስፋዬ', 'tesfaye'], ['ጽዮን', 'tsion'],
    ],
    last: [
      ['ከበደ', 'kebede'], ['ታከለ', 'takele'], ['መኮንን', 'mekonnen'], ['አለሙ', 'alemu'], ['ወልዴ', 'wolde'], ['በቀለ', 'bekele'], ['ደምሴ', 'demissie'], ['ገብሬ', 'gebre'], ['አየለ', 'ayele'], ['ፈንታ', 'fenta'],
    ],
  },
  ru: {
    first: [
      ['Ирина', 'irina'], ['Алексей', 'alexey'], ['Ольга', 'olga'], ['Дмитрий', 'dmitry'], ['Светлана', 'svetlana'], ['Михаил', 'mikhail'], ['Наталья', 'natalia'], ['Сергей', 'sergey'],
      ['Елена', 'elena'], ['Борис', 'boris'], ['Марина', 'marina'], ['Виктор', 'viktor'], ['Юлия', 'yulia'], ['Игорь', 'igor'],
    ],
    last: [
      ['Коган', 'kogan'], ['Вайсман', 'vaisman'], ['Гольдберг', 'goldberg'], ['Шварц', 'shvarts'], ['Рабинович', 'rabinovich'], ['Левин', 'levin'], ['Беркович', 'berkovich'], ['Фельдман', 'feldman'],
      ['Резник', 'reznik'], ['Гринберг', 'grinberg'], ['Кац', 'kats'], ['Штерн', 'shtern'],
    ],
  },
};
