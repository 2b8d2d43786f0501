import { ru as asked } from '@candor/survey-words';
import { inMails } from './in-mails.ts';
import type { MailWords } from './mail-words.ts';

export const ru: MailWords = {
  ...inMails(asked),
  locale: 'ru',
  subject: 'Один вопрос от {{brand}}',
  reminder: {
    subject: 'Напоминание: один вопрос от {{brand}}',
    opening: 'Мы задавали вам один вопрос и по-прежнему будем рады ответу. Если не хотите отвечать, ничего делать не нужно.',
  },
  preview: 'Выберите число от 0 до 10. Это займёт несколько секунд.',
  greeting: 'Здравствуйте, {{name}}!',
  greetingWithoutName: 'Здравствуйте!',
  instruction: 'Выберите число. На открывшейся странице вы подтвердите его и сможете написать почему.',
  footer: 'Вы получили это письмо, потому что обращались в {{brand}}: {{date}}. Ответить можно до {{until}}.',
  unsubscribe: 'Больше не спрашивать меня',
  page: {
    title: 'Больше никаких вопросов',
    question: 'Перестать отправлять вопросы на адрес {{address}}?',
    button: 'Больше не спрашивать меня',
    done: 'Готово. Мы больше не будем отправлять вопросы на адрес {{address}}.',
    unknownTitle: 'Эта ссылка не работает',
    unknown: 'Мы не знаем такой ссылки. Откройте её из письма ещё раз, целиком.',
  },
};
