import type { Cut } from '@candor/contracts';
import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { useProgrammes } from '../catalog/catalog.ts';
import { scoreQuery, type Selection } from '../filters/selection.ts';
import { Behind } from '../scores/behind.tsx';
import { useScores } from '../scores/use-scores.ts';
import { CutTable } from './cut-table.tsx';
import classes from './cuts.module.css';

const AT_FIRST = 25;
const NONE: readonly Cut[] = [];

/** The score by a cut that the programme declares; where it declares none the panel is not there. */
export function CutsPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const declared = useProgrammes().data?.find(({ key }) => key === selection.programme)?.cuts ?? NONE;
  const [chosen, choose] = useState<Cut>();
  const [all, setAll] = useState(false);
  const cut = chosen && declared.includes(chosen) ? chosen : declared[0];
  const query = { ...scoreQuery(selection), groupBy: cut };
  const { data, isError, isPlaceholderData } = useScores(query, cut !== undefined);
  if (cut === undefined) return null;
  // Rows of another cut stay while this one loads: they are not its rows.
  const rows = data?.data.filter((row) => row.cut === cut).toSorted((a, b) => b.n - a.n);
  const shown = all ? rows : rows?.slice(0, AT_FIRST);
  return (
    <Panel title={t('cuts.title')} hint={t('cuts.hint')} actions={<Behind query={query} selection={selection} />}>
      <NativeSelect label={t('cuts.by')} value={cut} data={declared.map((value) => ({ value, label: t(`cuts.names.${value}`) }))} onChange={(event) => choose(event.currentTarget.value as Cut)} className={classes['choice']} />
      {isError ? <EmptyNote title={t('cuts.failed')} text={t('cuts.failedText')} /> : shown === undefined || (shown.length === 0 && isPlaceholderData) ? <Skeleton height={160} />
        : shown.length === 0 ? <EmptyNote title={t('figure.none')} text={t('cuts.empty')} /> : <CutTable measure={data?.measure ?? selection.measure} cut={cut} rows={shown} selection={selection} total={(rows ?? []).reduce((sum, { n }) => sum + n, 0)} />}
      {!isError && rows && shown && shown.length < rows.length && <Button size="xs" variant="default" mt={10} onClick={() => setAll(true)}>{t('answers.more')}</Button>}
    </Panel>
  );
}
