import { useTranslation } from 'react-i18next';
import { AnswerScore } from '../figures/answer-score.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './case.module.css';
import type { Case } from './case.ts';

export function PersonHead({ task }: { task: Case }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { customer } = task;
  const since = customer?.since === undefined ? undefined : new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric' }).format(new Date(customer.since));
  const facts = [customer?.id, customer?.segment, since && t('inbox.customerSince', { since })].filter((fact) => fact !== undefined);
  return (
    <header className={classes['person']}>
      <h2 dir="auto">{customer?.name ?? customer?.id ?? t('inbox.unknownPerson')}</h2>
      <span className={classes['score']}><AnswerScore score={task.answer.score} segment={task.answer.segment} /></span>
      {facts.length > 0 && <p>{facts.map((fact, index) => <span key={fact}>{index > 0 && ' · '}<bdi>{fact}</bdi></span>)}</p>}
    </header>
  );
}
