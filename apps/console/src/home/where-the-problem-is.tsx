import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useAnswers } from '../answers/use-answers.ts';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { useNames, useUnitTree } from '../catalog/catalog.ts';
import { findNode, leaves } from '../catalog/tree.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { scoreQuery, selectionSearch, type Selection } from '../filters/selection.ts';
import { directionOf } from '../i18n/direction.ts';
import { useScores } from '../scores/use-scores.ts';
import { useSession } from '../session/session.ts';
import { may } from '../session/scopes.ts';
import classes from './home.module.css';
import { standsOut } from './standing.ts';

/** The branch that is really lower than the others, what one of its customers says, and the way to the cause. */
export function WhereTheProblemIs({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const session = useSession();
  const names = useNames();
  const tree = useUnitTree();
  const branches = useMemo(() => {
    if (tree === undefined) return undefined;
    const below = selection.units.length === 0 ? tree : selection.units.flatMap((key) => findNode(tree, key) ?? []);
    return leaves(below).map((unit) => unit.key);
  }, [tree, selection.units]);
  const all = useScores(scoreQuery(selection));
  const whole = all.data?.data[0];
  const each = useScores({ ...scoreQuery(selection), unit: branches, groupBy: 'unit' }, branches !== undefined && branches.length > 1);
  const rows = each.data?.data;
  const worst = rows && whole ? standsOut(rows, whole) : null;
  const search = { ...selectionSearch(selection), unit: worst?.unit };
  const loading = branches === undefined || (branches.length > 1 && (rows === undefined || all.data === undefined));
  return (
    <Panel title={t('home.problem')} hint={t('home.problemHint')}>
      {loading ? <Waiting on={[each, all]}><Skeleton height={84} /></Waiting> : worst === null ? <p className="quiet">{t('home.noProblem')}</p> : (
        <div className={classes['problem']}>
          <p><Trans i18nKey="home.problemIs" values={{ unit: names.unit(worst.unit ?? '') }} components={{ b: <b /> }} /></p>
          <ScoreFigure row={worst} />
          {may(session, 'responses:read') && <OneVoice selection={{ ...selection, units: [worst.unit ?? ''] }} />}
          <p className={classes['links']}>
            <Link to="/scores" search={search}>{t('home.whichTouchpoint')}</Link>
            {may(session, 'responses:read') && <Link to="/answers" search={{ ...search, segment: 'detractor' }}>{t('home.whatTheySay')}</Link>}
          </p>
        </div>
      )}
    </Panel>
  );
}

/** The latest words of an unhappy customer there. */
function OneVoice({ selection }: { selection: Selection }) {
  const { data } = useAnswers(selection, { segment: 'detractor', words: true });
  const said = data?.pages[0]?.data[0];
  return said?.comment ? <blockquote dir={directionOf(said.language)} lang={said.language}>{said.comment}</blockquote> : null;
}
