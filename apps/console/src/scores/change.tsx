import { differ } from '@candor/nps';
import { Trans, useTranslation } from 'react-i18next';
import { apart } from '../figures/apart.ts';
import { isShown, type ScoreRow } from '../figures/score-row.ts';
import { scoreQuery, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { previousRange } from '../time/range.ts';
import classes from './scores.module.css';
import { useScores } from './use-scores.ts';

/** What changed since the same length of time before, and whether it may be chance. Keeps its line while it loads, so that nothing jumps. */
export function Change({ row, selection }: { row: ScoreRow; selection: Selection }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const { data } = useScores(scoreQuery(selection, previousRange(selection.range)));
  const before = data?.data[0];
  if (data === undefined) return <p className={classes['change']}>&nbsp;</p>;
  if (before === undefined || !isShown(before) || !isShown(row)) return <p className={classes['change']}>{t('scores.noComparison')}</p>;
  if (apart(row.nps, before.nps) === 0) return <p className={classes['change']}>{t('scores.same', { before: format.signed(before.nps) })}</p>;
  const values = { change: format.signed(apart(row.nps, before.nps)), before: format.signed(before.nps) };
  return (
    <p className={classes['change']}>
      <Trans i18nKey={differ(row, before) ? 'scores.changed' : 'scores.mayBeChance'} values={values} components={{ b: <b /> }} />
    </p>
  );
}
