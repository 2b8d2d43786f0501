import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { useReasonWords } from '../ledger/use-reason-words.ts';
import { Ago } from '../time/ago.tsx';
import { furtherReason, journeyOf, journeySearch, type Decision } from './decision.ts';
import classes from './interactions.module.css';

const COLOUR: Readonly<Partial<Record<Decision['outcome'], string>>> = { invited: 'candor' };

/** Each interaction with what was decided, why, and how far it has come. */
export function DecisionList({ decisions }: { decisions: readonly Decision[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const words = useReasonWords();
  return decisions.map((decision) => (
    <article key={`${decision.source} ${decision.id}`} className={classes['decision']}>
      <header>
        <Badge variant="light" color={COLOUR[decision.outcome] ?? 'gray'} tt="none" fw={600}>{t(`decision.${decision.outcome}`)}</Badge>
        {decision.channel && <span>{t(`channel.${decision.channel}`)}</span>}
        {decision.reasonCode !== 'INVITED' && <b>{words(decision.reasonCode)}</b>}
        {furtherReason(decision) !== null && <bdi className="quiet" dir="ltr">{furtherReason(decision)}</bdi>}
        <span className="quiet">{t('interactions.policy', { version: decision.policyVersion })}</span>
      </header>
      <p className="quiet">
        <Link to="/interactions/journey" search={journeySearch(decision)}><bdi className="ltr">{decision.source} {decision.id}</bdi></Link>
        {decision.customer === null ? <span>{t('inbox.forgotten')}</span> : <Link to="/interactions" search={{ customer: decision.customer }}><bdi className="ltr">{decision.customer}</bdi></Link>}
        <bdi>{names.touchpoint(decision.touchpoint)}</bdi>
        <bdi>{names.unit(decision.unit)}</bdi>
        {decision.servedBy !== undefined && <bdi>{t('answers.servedBy', { who: decision.servedBy })}</bdi>}
      </p>
      <ol className={classes['journey']}>
        {journeyOf(decision).map(({ name, at }) => (
          <li key={name}><b>{t(`interactions.steps.${name}`)}</b>{at && <Ago at={at} zone={names.zone(decision.unit)} />}</li>
        ))}
      </ol>
      {decision.invitation?.lastError && <p className={classes['trouble']}>{t('interactions.trouble', { attempts: decision.invitation.attempts })} <bdi>{decision.invitation.lastError}</bdi></p>}
    </article>
  ));
}
