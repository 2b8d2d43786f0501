import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { partsOf } from './health.ts';
import classes from './operations.module.css';

/** 503 is an answer here, not an error: it names what is missing. */
async function readHealth(signal: AbortSignal): Promise<{ ready: boolean; body: unknown }> {
  const response = await fetch('/health/ready', { signal, headers: { accept: 'application/json' } });
  return { ready: response.ok, body: await response.json().catch(() => null) };
}

export function HealthPanel() {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: ['health'], queryFn: ({ signal }) => readHealth(signal), refetchInterval: 5000, retry: false });
  const parts = partsOf(data?.body);
  return (
    <Panel title={t('operations.health')} hint={error ? t('problem.network.title') : data && t(data.ready ? 'operations.ready' : 'operations.notReady')}>
      {data === undefined ? <Skeleton height={24} /> : (
        <ul className={classes['parts']}>
          {parts.map(({ name, up, said }) => (
            <li key={name}>
              {up ? <IconCircleCheck size={17} color="var(--mantine-color-candor-6)" aria-label={t('operations.up')} /> : <IconCircleX size={17} color="var(--mantine-color-red-6)" aria-label={t('operations.down')} />}
              {name}{said && <span className="quiet">{said}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
