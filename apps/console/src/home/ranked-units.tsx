import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { useNames, useUnitTree } from '../catalog/catalog.ts';
import { unitsToCompare } from '../catalog/tree.ts';
import { Whisker } from '../figures/whisker.tsx';
import { shownValue, valueOf } from '../figures/measure.ts';
import { scoreQuery, selectionSearch, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { Behind } from '../scores/behind.tsx';
import { useScores } from '../scores/use-scores.ts';
import classes from './home.module.css';
import { ranking, scaleOf } from './standing.ts';

/** The units one step below the selection, best first, each with its interval: whose intervals overlap may not differ at all. */
export function RankedUnits({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const names = useNames();
  const tree = useUnitTree();
  const units = tree && unitsToCompare(tree, selection.units).map((unit) => unit.key);
  const query = { ...scoreQuery(selection), unit: units, groupBy: 'unit' };
  const scores = useScores(query, units !== undefined && units.length > 0);
  const { data } = scores;
  const all = useScores(scoreQuery(selection)).data;
  const first = all?.data[0];
  const whole = (first && valueOf(first, all.measure)) ?? undefined;
  const measure = data?.measure ?? selection.measure;
  const figure = (value: number): string => shownValue(value, measure, format);
  const { shown, few } = ranking(data?.data ?? [], measure);
  const { from, to } = scaleOf(shown.map((row) => ({ ...row, nps: row.figure })), measure);
  const search = selectionSearch(selection);
  return (
    <Panel flush title={t('home.ranked')} hint={t('home.rankedHint')} actions={<Behind query={query} selection={selection} />}>
      {data === undefined && !(units?.length === 0) ? <Waiting on={[scores]}><Skeleton height={190} m={16} w="auto" /></Waiting> : shown.length + few.length === 0 ? <EmptyNote title={t('figure.none')} text={t('home.rankedEmpty')} /> : (
        <table className={classes['ranked']}>
          <thead>
            <tr><th scope="col">{t('scores.unit')}</th><th scope="col"><span className={classes['axis']}><span>{figure(from)}</span><span>{figure(to)}</span></span></th><th scope="col" className={classes['number']}>{t('home.score')}</th><th scope="col" className={classes['number']}>{t('home.n')}</th></tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.unit}>
                <td><Link to="/" search={{ ...search, unit: row.unit }}>{names.unit(row.unit ?? '')}</Link></td>
                <td><Whisker nps={row.figure} confidence={row.confidence} from={from} to={to} reference={whole} /></td>
                <td className={classes['number']}><b>{figure(row.figure)}</b></td>
                <td className={classes['number']}><span className="quiet">{format.count(row.n)}</span></td>
              </tr>
            ))}
            {few.map((row) => (
              <tr key={row.unit}>
                <td><Link to="/" search={{ ...search, unit: row.unit }}>{names.unit(row.unit ?? '')}</Link></td>
                <td colSpan={2} className="quiet">{row.n === 0 ? t('figure.none') : t('figure.tooFew')}</td>
                <td className={classes['number']}><span className="quiet">{format.count(row.n)}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
