import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../answers/answer.ts';
import { useNames } from '../catalog/catalog.ts';
import { DEFAULT_PROGRAMME } from '../filters/selection.ts';
import type { Decision } from '../interactions/decision.ts';
import { Step } from './step.tsx';

/** Which figures the answer counts in. */
export function ScoreStep({ decision: { touchpoint, unit, programme }, answer }: { decision: Decision; answer: Answer | undefined }) {
  const { t } = useTranslation();
  const names = useNames();
  if (answer === undefined) return <Step name="score" state="waits"><p className="quiet">{t('journey.noScore')}</p></Step>;
  if (answer.state === 'excluded') return <Step name="score" state="ends"><p className="quiet">{t('journey.notCounted')}</p></Step>;
  return (
    <Step name="score" state="done">
      <p>{t('journey.countsIn')} <Link to="/scores" search={{ unit, touchpoint, ...(programme === DEFAULT_PROGRAMME ? {} : { programme }) }}><bdi>{names.unit(unit)}</bdi> · <bdi>{names.touchpoint(touchpoint)}</bdi></Link></p>
    </Step>
  );
}
