import { Button, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useTouchpoints, type Touchpoint } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { usePut } from '../programme/use-put.ts';
import classes from './asking.module.css';
import { durationWords } from './duration-words.ts';
import { DurationInput } from './duration-input.tsx';

/** The occasions that the programme asks about, and how long after each. */
export function TouchpointsPanel({ programme, mayEdit }: { programme: string; mayEdit: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useTouchpoints();
  const own = data?.filter((touchpoint) => touchpoint.programme === programme);
  return (
    <Panel title={t('asking.touchpoints')} hint={t('asking.touchpointsHint')} actions={<Link to="/programme" search={{ tab: 'touchpoints' }}>{t('asking.allTouchpoints')}</Link>}>
      {error !== null && own === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : own === undefined ? <Skeleton height={90} /> : own.length === 0 ? <EmptyNote title={t('asking.noTouchpoints')} text={t('asking.noTouchpointsText')} /> : (
        <ul className={classes['touchpoints']}>{own.map((touchpoint) => <TouchpointDelay key={`${touchpoint.key} ${touchpoint.delay}`} touchpoint={touchpoint} mayEdit={mayEdit} />)}</ul>
      )}
    </Panel>
  );
}

/** One touchpoint with its delay, saved by itself: it is the touchpoint's, not the programme's. */
function TouchpointDelay({ touchpoint, mayEdit }: { touchpoint: Touchpoint; mayEdit: boolean }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [delay, setDelay] = useState(touchpoint.delay);
  const put = usePut('touchpoints', () => undefined);
  const { key, name, programme, weight } = touchpoint;
  const problem = put.error instanceof ApiProblem ? put.error : null;
  return (
    <li>
      <span><b><bdi>{name}</bdi></b> <code className="ltr quiet">{key}</code></span>
      {mayEdit ? (
        <>
          <DurationInput bare label={t('asking.delayOf', { name })} value={delay} onChange={setDelay} error={problem?.of('delay') ?? put.error?.message} />
          <Button size="xs" variant="default" disabled={delay === touchpoint.delay} loading={put.isPending} onClick={() => put.mutate({ key, content: { name, programme, weight, delay } })}>{t('programme.save')}</Button>
        </>
      ) : <span>{durationWords(delay, language) || t('programme.atOnce')}</span>}
    </li>
  );
}
