import { Popover, Skeleton, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import answers from '../answers/answers.module.css';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { Ago } from '../time/ago.tsx';
import type { Change } from './corrections.ts';
import classes from './corrections.module.css';

/** Who corrected, excluded or reinstated an answer, and why; asked when it is wanted. */
export function WhoChanged({ answer, zone, label }: { answer: string; zone: string | undefined; label: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['corrections', 'of', answer], queryFn: ({ signal }) => call<Page<Change>>(`/v1/responses/${encodeURIComponent(answer)}/history`, { signal }), enabled: opened,
  });
  return (
    <Popover width={320} shadow="md" withinPortal trapFocus opened={opened} onChange={setOpened}>
      <Popover.Target><UnstyledButton className={answers['link']} aria-expanded={opened} onClick={() => setOpened((open) => !open)}>{label}</UnstyledButton></Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 24px)" aria-label={t('corrections.who')}>
        {error !== null ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={40} /> : data.data.length === 0 ? <p className="quiet">{t('corrections.byRespondent')}</p> : (
          <ol className={classes['changes']}>
            {data.data.map(({ kind, revision, by, reason, at }) => <li key={revision}><b>{t(`corrections.${kind === 'amended' ? 'corrected' : kind}`)}</b>: <bdi>{reason}</bdi><small><bdi>{by}</bdi>, <Ago at={at} zone={zone} /></small></li>)}
          </ol>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
