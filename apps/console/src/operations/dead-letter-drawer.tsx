import { Button, Drawer, Skeleton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useSay } from '../notice/notices.ts';
import { absolute } from '../time/relative.ts';
import { readable, type DeadLetterDetail } from './dead-letter.ts';
import classes from './operations.module.css';
import type { Service } from './operations-search.ts';

/** One record with its contents, and handing it to its handler again once the cause is gone. */
export function DeadLetterDrawer({ service, id, onClose }: { service: Service; id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { language, rtl } = useLanguage();
  const say = useSay();
  const queries = useQueryClient();
  const path = `/v1/dead-letters/${service}/${encodeURIComponent(id)}`;
  const { data, error } = useQuery({ queryKey: ['dead-letter', service, id], queryFn: ({ signal }) => call<DeadLetterDetail>(path, { signal }) });
  const replay = useMutation({
    mutationFn: () => call(`${path}/replay`, { method: 'POST' }),
    onSuccess: () => {
      say('done', t('operations.replayed'));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters', service] }),
  });
  return (
    <Drawer opened onClose={onClose} position={rtl ? 'left' : 'right'} size="lg" title={t('operations.letter')} closeButtonProps={{ 'aria-label': t('shell.dismiss') }}>
      {error ? <ProblemView error={error} /> : data === undefined ? <Skeleton height={240} /> : (
        <>
          <dl className={classes['facts']}>
            <dt>{t('operations.topic')}</dt><dd><code className="ltr">{data.topic} {data.partition}/{data.offset}</code></dd>
            <dt>{t('operations.consumer')}</dt><dd>{data.consumer}</dd>
            <dt>{t('operations.kind')}</dt><dd>{t(`operations.kinds.${data.kind}`)}</dd>
            <dt>{t('operations.reason')}</dt><dd><bdi>{data.reason}</bdi></dd>
            <dt>{t('operations.when')}</dt><dd>{absolute(new Date(data.failedAt), language)}</dd>
            <dt>{t('operations.key')}</dt><dd><code className="ltr">{data.key ?? '–'}</code></dd>
          </dl>
          <pre className={classes['code']} tabIndex={0}>{Object.entries(data.headers).map(([name, value]) => `${name}: ${value}`).join('\n')}</pre>
          <pre className={classes['code']} tabIndex={0} style={{ marginBlock: 12 }}>{readable(data.value ?? '')}</pre>
          {replay.error && <ProblemView error={replay.error} />}
          <Button mt={8} onClick={() => replay.mutate()} loading={replay.isPending} disabled={data.replayedAt !== null}>{t('operations.replay')}</Button>
        </>
      )}
    </Drawer>
  );
}
