import { Select, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { segmentQuery, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { DriversTable } from './drivers-table.tsx';
import classes from './drivers.module.css';
import { KINDS, strongest, type Found, type Kind } from './drivers.ts';
import { useAnonymous } from './use-anonymous.ts';
import { DRIVERS_PATH, useDrivers } from './use-drivers.ts';

const SHOWN = 15;

/** What goes with detractors, and what with promoters. */
export function DriversPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const [kind, setKind] = useState<Kind | null>(null);
  const query = segmentQuery(selection);
  const anonymous = useAnonymous(selection.programme);
  const { data, error, refetch } = useDrivers(query, anonymous === false);
  const group = data?.data.find(({ by }) => by === kind);
  const drivers: readonly Found[] = !data ? [] : kind === null ? strongest(data).slice(0, SHOWN) : (group?.data ?? []).map((driver) => ({ ...driver, by: kind }));
  const kinds = KINDS.filter((one) => data?.data.some(({ by }) => by === one));
  return (
    <Panel flush title={t('drivers.title')} hint={t('drivers.hint')} actions={<>
      <Select size="xs" w={170} aria-label={t('drivers.by')} value={kind ?? ''} allowDeselect={false} data={[{ value: '', label: t('drivers.strongest') }, ...kinds.map((value) => ({ value, label: t(`drivers.kind.${value}`) }))]}
        onChange={(value) => setKind(KINDS.find((one) => one === value) ?? null)} />
      <ApiCall path={DRIVERS_PATH} query={kind === null ? query : { ...query, by: kind }} />
    </>}>
      {anonymous ? <EmptyNote title={t('drivers.anonymous')} text={t('drivers.anonymousText')} /> : error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={180} m={16} w="auto" /> : data.all.n === 0 ? <EmptyNote title={t('figure.none')} text={t('drivers.empty')} /> : (
        <>
          {drivers.length === 0 ? <EmptyNote title={t('drivers.nothing')} text={t('drivers.nothingText')} /> : <DriversTable drivers={drivers} selection={selection} mixed={kind === null} />}
          <p className={classes['note']}>{t('drivers.note', { detractors: format.count(data.all.detractors), promoters: format.count(data.all.promoters), least: format.count(data.leastN) })}{data.answers > data.all.n && ` ${t('drivers.drawn', { shown: format.count(data.all.n), answers: format.count(data.answers) })}`}{group && group.values > group.data.length && ` ${t('drivers.most', { shown: format.count(group.data.length), values: format.count(group.values) })}`}</p>
        </>
      )}
    </Panel>
  );
}
