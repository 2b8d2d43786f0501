import { Skeleton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEyeOff, IconQuestionMark, type Icon } from '@tabler/icons-react';
import { Trans, useTranslation } from 'react-i18next';
import type { Query } from '../api/query.ts';
import { Panel } from '../app/panel.tsx';
import { Whisker } from '../figures/whisker.tsx';
import { scaleOf } from '../home/standing.ts';
import { useLanguage } from '../i18n/language.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { Ago } from '../time/ago.tsx';
import classes from './compare.module.css';
import { pointsBetween, verdictOf, type Comparison, type Verdict } from './comparison.ts';
import { pValue } from './p-value.ts';
import { COMPARE_PATH } from './use-compare.ts';
import type { GroupNames } from './use-group-names.ts';

const ICONS: Readonly<Record<Verdict, Icon>> = { higher: IconArrowUp, lower: IconArrowDown, undecided: IconQuestionMark, few: IconQuestionMark, withheld: IconEyeOff };

interface VerdictPanelProps {
  readonly comparison: Comparison | undefined;
  readonly names: GroupNames;
  readonly query: Query;
  readonly stale: boolean;
}

/** In words first, then in figures: the difference, its interval, and how often chance alone would give as much. */
export function VerdictPanel({ comparison, names, query, stale }: VerdictPanelProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const verdict = comparison && verdictOf(comparison);
  const Mark = verdict && ICONS[verdict];
  const between = comparison?.difference ? pointsBetween(comparison.a, comparison.b, comparison.difference) : 0;
  // "Are 5 points apart" has no direction.
  const points = verdict === 'undecided' ? format.count(Math.abs(between)) : format.signed(between);
  return (
    <Panel title={t('compare.title')} hint={comparison && <>{t('scores.asOf')} <Ago at={comparison.asOf} /></>} actions={<ApiCall path={COMPARE_PATH} query={query} />}>
      {comparison === undefined || verdict === undefined ? <Skeleton height={150} /> : (
        <div className={classes['verdict']} data-stale={stale}>
          <p className={classes['said']} aria-live="polite">
            {Mark && <Mark size={20} aria-hidden />}
            <span><Trans i18nKey={`compare.verdict.${verdict}`} values={{ ...names, points }} components={{ b: <b /> }} /></span>
          </p>
          {comparison.difference && <DifferenceFacts points={between} difference={comparison.difference} />}
          <Beside comparison={comparison} names={names} />
        </div>
      )}
    </Panel>
  );
}

function DifferenceFacts({ points, difference: { confidence, p, significant } }: { points: number; difference: NonNullable<Comparison['difference']> }) {
  const { t } = useTranslation();
  const { format, language, rtl } = useLanguage();
  const facts = [
    { name: t('compare.difference'), value: format.signed(points) },
    { name: t('compare.interval'), value: format.interval(confidence.low, confidence.high) },
    { name: t('compare.chance'), value: pValue(p, language, rtl) },
    { name: t('compare.significance'), value: t(significant ? 'compare.significant' : 'compare.notSignificant') },
  ];
  return <dl className={classes['facts']}>{facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

/** Both on one scale, as a picture and as a table in one. */
function Beside({ comparison: { a, b }, names }: { comparison: Comparison; names: GroupNames }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const { from, to } = scaleOf([a, b]);
  return (
    <table className={classes['ranked']}>
      <thead><tr><th scope="col">{t('compare.group')}</th><th scope="col"><span className={classes['axis']}><span>{format.signed(from)}</span><span>{format.signed(to)}</span></span></th><th scope="col" className={classes['number']}>{t('home.score')}</th><th scope="col" className={classes['number']}>{t('home.n')}</th></tr></thead>
      <tbody>
        {([[names.a, a], [b.rest ? t('compare.against.rest') : names.b, b]] as const).map(([name, figure], index) => (
          <tr key={index}>
            <td><bdi>{name}</bdi></td>
            <td className={classes['scaleCell']}>{figure.nps !== null && figure.sufficient && <Whisker nps={figure.nps} confidence={figure.confidence} from={from} to={to} />}</td>
            <td className={classes['number']}>{figure.nps === null || !figure.sufficient ? <span className="quiet">{t(figure.suppressed ? 'figure.suppressed' : figure.n === 0 ? 'figure.none' : 'figure.tooFew')}</span> : <><b>{format.signed(figure.nps)}</b>{figure.confidence && <small>{format.interval(figure.confidence.low, figure.confidence.high)}</small>}</>}</td>
            <td className={classes['number']}><span className="quiet">{format.count(figure.n)}</span></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
