import type { AskedWords, Audience } from '@candor/survey-words';

/** What is asked, with the places as mails mark them. */
export function inMails({ tag, direction, question, low, middle, high }: AskedWords): {
  language: string; direction: 'ltr' | 'rtl'; question: Record<Audience, string>; scale: { 0: string; 5: string; 10: string };
} {
  const { customers, employees, partners } = question;
  return {
    language: tag, direction, question: { customers: branded(customers), employees: branded(employees), partners: branded(partners) }, scale: { 0: low, 5: middle, 10: high },
  };
}

const branded = (text: string): string => text.replaceAll('{company}', '{{brand}}');
