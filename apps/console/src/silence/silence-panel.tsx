import { Select, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { segmentQuery, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { useAnonymous } from '../drivers/use-anonymous.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { ChannelsTable } from './channels-table.tsx';
import { GroupsTable } from './groups-table.tsx';
import { Mix } from './mix.tsx';
import classes from './silence.module.css';
import { apart, KINDS, type Kind } from './silence.ts';
import { NONRESPONSE_PATH, useNonresponse } from './use-nonresponse.ts';

const SHOWN = 12;

/** Those who do not answer, beside those who do. */
export function SilencePanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const [kind, setKind] = useState<Kind | null>(null);
  const query = segmentQuery(selection);
  const anonymous = useAnonymous(selection.programme);
  const { data, error, refetch } = useNonresponse(query, anonymous === false);
  const kinds = KINDS.filter((one) => data?.data.some(({ by }) => by === one));
  const groups = !data ? [] : kind === null ? apart(data).slice(0, SHOWN) : (data.data.find(({ by }) => by === kind)?.data ?? []).map((group) => ({ ...group, by: kind }));
  return (
    <Panel flush title={t('silence.title')} hint={t('silence.hint')} actions={<>
      <Select size="xs" w={170} aria-label={t('silence.by')} value={kind ?? ''} allowDeselect={false} data={[{ value: '', label: t('silence.apart') }, ...kinds.map((value) => ({ value, label: t(`silence.kind.${value}`) }))]}
        onChange={(value) => setKind(KINDS.find((one) => one === value) ?? null)} />
      <ApiCall path={NONRESPONSE_PATH} query={query} />
    </>}>
      {anonymous ? <EmptyNote title={t('drivers.anonymous')} text={t('drivers.anonymousText')} /> : error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={180} m={16} w="auto" /> : data.all.delivered === 0 ? <EmptyNote title={t('silence.none')} text={t('silence.noneText')} /> : (
        <div className={classes['body']}>
          <ChannelsTable channels={data.channels} />
          <Mix figures={data.figures} selections={data.selections} />
          <div className={classes['full']}>{groups.length === 0 ? <p className={classes['note']}>{t('silence.nobodyApart')}</p> : <GroupsTable groups={groups} mixed={kind === null} />}</div>
          <p className={`${classes['note']} ${classes['full']}`}>{t('silence.note', { silent: format.count(data.all.silent), delivered: format.count(data.all.delivered), bounced: format.count(data.all.bounced) })}</p>
        </div>
      )}
    </Panel>
  );
}
