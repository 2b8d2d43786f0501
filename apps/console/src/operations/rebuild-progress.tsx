import { Button, Group, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { useLanguage } from '../i18n/language.ts';
import { Ago } from '../time/ago.tsx';
import type { Service } from './operations-search.ts';
import classes from './operations.module.css';
import { percentOf, rebuildsPath, rowsPutRight, type Rebuild } from './rebuild.ts';

const COLOURS = { building: 'candor', 'catching-up': 'candor', swapped: 'teal', failed: 'red', cancelled: 'gray' } as const;

/** One rebuild: how far it is, or how it ended. */
export function RebuildProgress({ service, rebuild }: { service: Service; rebuild: Rebuild }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => call(`${rebuildsPath(service)}/${rebuild.id}`, { method: 'DELETE' }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['rebuilds', service] }),
  });
  const { model, state, done, total, perSecond, secondsLeft, failure, reason, startedBy, startedAt, endedAt } = rebuild;
  const number = (value: number): string => value.toLocaleString(language);
  const wrong = rowsPutRight(rebuild);
  return (
    <li>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <span><strong>{model}</strong> {t(`operations.rebuildStates.${state}`)} <span className="quiet"><Ago at={startedAt} /> · {startedBy}: <bdi>{reason}</bdi></span></span>
        {endedAt === null && <Button size="compact-xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>{t('operations.cancelRebuild')}</Button>}
      </Group>
      <Progress value={percentOf(rebuild)} color={COLOURS[state]} size="sm" my={4} aria-label={t('operations.rebuildOf', { model, percent: percentOf(rebuild) })} />
      <span className="quiet">
        {t('operations.records', { done: number(done), total: number(total) })}
        {perSecond !== null && ` · ${t('operations.perSecond', { rate: number(perSecond) })}`}
        {secondsLeft !== null && ` · ${t('operations.secondsLeft', { seconds: number(secondsLeft) })}`}
        {wrong !== undefined && ` · ${wrong === 0 ? t('operations.noneWrong') : t('operations.putRight', { rows: number(wrong) })}`}
      </span>
      {failure !== null && <p className={classes['failure']}><bdi>{failure}</bdi></p>}
    </li>
  );
}
