import { useTranslation } from 'react-i18next';
import { AnswerScore } from '../figures/answer-score.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './case.module.css';
import type { Case } from './case.ts';

export function PersonHead({ task }: { task: Case }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { customer } = task;
  const since = customer?.since == null ? undefined : new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric' }).format(new Date(customer.since));
  const account = task.account && [task.account.name ?? task.account.id, task.account.role].filter(Boolean).join(', ');
  const facts = [customer?.id, account, customer?.segment, since && t('inbox.customerSince', { since })].filter((fact) => typeof fact === 'string');
  return (
    <header className={classes['person']}>
      <h2 dir="auto">{task.erased ? t('inbox.forgotten') : customer?.name ?? customer?.id ?? t('inbox.unknownPerson')}</h2>
      <span className={classes['score']}><AnswerScore score={task.answer.score} segment={task.answer.segment} /></span>
      {facts.length > 0 && <p>{facts.map((fact, index) => <span key={fact}>{index > 0 && ' · '}<bdi>{fact}</bdi></span>)}</p>}
    </header>
  );
}
