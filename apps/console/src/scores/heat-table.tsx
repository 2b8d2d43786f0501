import type { Measure } from '@candor/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNames, useUnitTree } from '../catalog/catalog.ts';
import { findNode } from '../catalog/tree.ts';
import { selectionSearch, type Selection } from '../filters/selection.ts';
import type { HeatMatrix } from './heat-matrix.ts';
import classes from './heat.module.css';
import { HeatCell } from './heat-cell.tsx';

interface HeatTableProps {
  readonly measure: Measure;
  readonly matrix: HeatMatrix;
  /** The score of the whole selection: cells are coloured by their distance from it. */
  readonly middle: number;
  readonly selection: Selection;
  readonly stale: boolean;
}

export function HeatTable({ measure, matrix, middle, selection, stale }: HeatTableProps) {
  const { t } = useTranslation();
  const names = useNames();
  const tree = useUnitTree() ?? [];
  const base = selectionSearch(selection);
  return (
    <div className={classes['scroll']} data-stale={stale} tabIndex={0} role="group" aria-label={t('scores.heat')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('scores.unit')}</th>
            <th scope="col">{t('scores.allTouchpoints')}</th>
            {matrix.touchpoints.map((touchpoint) => (
              <th key={touchpoint} scope="col"><Link to="/scores" search={{ ...base, touchpoint }}>{names.touchpoint(touchpoint)}</Link></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.lines.map(({ unit, total, cells }) => {
            const below = (findNode(tree, unit)?.children.length ?? 0) > 0;
            return (
              <tr key={unit}>
                <th scope="row"><Link to={below ? '/scores' : '/answers'} search={{ ...base, unit }}>{names.unit(unit)}</Link></th>
                <HeatCell measure={measure} row={total} middle={middle} search={{ ...base, unit }} strong />
                {matrix.touchpoints.map((touchpoint) => <HeatCell key={touchpoint} measure={measure} row={cells.get(touchpoint)} middle={middle} search={{ ...base, unit, touchpoint }} />)}
              </tr>
            );
          })}
        </tbody>
      </table>
      {matrix.silent.length > 0 && <p className={classes['silent']}>{t('scores.heatSilent')} {matrix.silent.map((unit) => <Link key={unit} to="/scores" search={{ ...base, unit }}><bdi>{names.unit(unit)}</bdi></Link>)}</p>}
    </div>
  );
}
