import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../time/ago.tsx';
import classes from './journey.module.css';

interface StepProps {
  readonly name: 'event' | 'decision' | 'message' | 'answer' | 'score' | 'case';
  /** `done`: it happened; `waits`: it may yet; `ends`: it will not, and says why. */
  readonly state: 'done' | 'waits' | 'ends';
  readonly at?: string | undefined;
  readonly zone?: string | undefined;
  readonly children: ReactNode;
}

export function Step({ name, state, at, zone, children }: StepProps) {
  const { t } = useTranslation();
  return (
    <li data-state={state}>
      <header><h3>{t(`journey.steps.${name}`)}</h3>{at !== undefined && <Ago at={at} zone={zone} />}</header>
      <div className={classes['facts']}>{children}</div>
    </li>
  );
}
