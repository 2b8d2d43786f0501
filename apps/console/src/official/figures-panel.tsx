import { SegmentedControl, Select, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useAskedMeasure, useNames, useUnitTree } from '../catalog/catalog.ts';
import { inTreeOrder } from '../catalog/tree.ts';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { useLanguage } from '../i18n/language.ts';
import { partsOf } from '../report/quarter.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { useSession } from '../session/session.ts';
import { Ago } from '../time/ago.tsx';
import { shownFigures } from './editions.ts';
import { FiguresTable } from './figures-table.tsx';
import { BY, type OfficialSearch } from './official-search.ts';
import classes from './official.module.css';
import { OFFICIAL_PATH, useOfficial } from './use-official.ts';

interface FiguresPanelProps {
  readonly quarter: string;
  readonly programme: string;
  readonly search: OfficialSearch;
  readonly onChange: (change: { readonly [K in keyof OfficialSearch]?: OfficialSearch[K] | undefined }) => void;
}

/** The figures as they were frozen, whatever happened to the answers since, held against the targets of then. */
export function FiguresPanel({ quarter, programme, search, onChange }: FiguresPanelProps) {
  const { t } = useTranslation();
  const asked = useAskedMeasure(programme);
  const { format, language } = useLanguage();
  const names = useNames();
  const tree = useUnitTree();
  const session = useSession();
  const { data, error, refetch, isPlaceholderData } = useOfficial(quarter, programme, search.edition);
  const by = search.by ?? 'unit';
  const unit = search.unit ?? session.units?.[0] ?? null;
  const rows = data && shownFigures(data.data, by, unit, inTreeOrder(tree ?? []), (one) => (by === 'unit' ? names.unit(one.unit ?? '') : names.touchpoint(one.touchpoint ?? '')), language);
  const name = t('report.quarter', partsOf(quarter));
  return (
    <Panel flush title={t('official.figures', { quarter: name })} hint={data && <>{t('official.figuresHint')} {t('scores.asOf')} <Ago at={data.asOf} /></>} actions={<ApiCall path={`${OFFICIAL_PATH}/${quarter}`} query={{ programme, measure: asked, edition: search.edition }} />}>
      <div className={classes['choices']}>
        <SegmentedControl size="xs" aria-label={t('official.by')} value={by} data={BY.map((value) => ({ value, label: t(`official.bys.${value}`) }))} onChange={(value) => onChange({ by: BY.find((one) => one === value) })} />
        {by === 'touchpoint' && <UnitFilter value={unit ?? undefined} onChange={(next) => onChange({ unit: next })} />}
        {data && data.editions.length > 1 && (
          <Select size="xs" aria-label={t('official.edition')} allowDeselect={false} value={String(data.edition)} onChange={(value) => onChange({ edition: value === String(data.editions[0]?.edition) ? undefined : (value ?? undefined) })}
            data={data.editions.map(({ edition }) => ({ value: String(edition), label: t('official.editionNumber', { edition: format.count(edition) }) }))} />
        )}
      </div>
      {data?.reason && <p className={classes['note']}>{t('official.because')} <bdi>{data.reason}</bdi></p>}
      {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : rows === undefined || data === undefined ? <Skeleton height={240} m={16} w="auto" />
        : rows.length === 0 ? <EmptyNote title={t('figure.none')} text={t('official.noFigure')} /> : <div style={{ opacity: isPlaceholderData ? 0.55 : 1 }}><FiguresTable rows={rows} by={by} days={{ from: data.from, to: data.to }} programme={programme} /></div>}
    </Panel>
  );
}
