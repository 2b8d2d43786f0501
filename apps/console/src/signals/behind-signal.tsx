import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { whoSay } from '../answers/said.ts';
import { DEFAULT_PROGRAMME } from '../filters/selection.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { addDays } from '../time/range.ts';
import type { Signal, Why } from './signal.ts';

/** The answers that a signal is made of, and how they were asked for. */
export function BehindSignal({ signal: { raised, programme, touchpoint, unit, servedBy } }: { signal: Signal }) {
  const { t } = useTranslation();
  const session = useSession();
  const search = { ...daysOf(raised), touchpoint, unit, ...(programme === DEFAULT_PROGRAMME ? {} : { programme }) };
  return (
    <>
      {may(session, 'responses:read') && <Link to="/answers" search={{ ...search, ...(servedBy === null ? {} : whoSay('servedBy', servedBy)) }}>{t('behind.answers')}</Link>}
      {raised.of === 'fairness' && may(session, 'decisions:read') && <Link to="/funnel" search={{ ...search, ...(servedBy === null ? {} : { servedBy }) }}>{t('signals.asking')}</Link>}
    </>
  );
}

function daysOf(why: Why): { from: string; to: string } {
  if (why.of === 'change') return { from: why.recent.from, to: why.recent.to };
  // Local days may begin before and end after the hours in UTC.
  return why.of === 'attack' ? { from: why.from.slice(0, 10), to: addDays(why.to.slice(0, 10), 1) } : { from: why.from, to: why.to };
}
