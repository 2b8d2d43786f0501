import { useTranslation } from 'react-i18next';
import type { Query } from '../api/query.ts';
import { useNames } from '../catalog/catalog.ts';
import { DriversTable } from '../drivers/drivers-table.tsx';
import type { Selection } from '../filters/selection.ts';
import { SegmentMark } from '../figures/segment-mark.tsx';
import { useLanguage } from '../i18n/language.ts';
import { LevelsTable } from '../service-levels/levels-table.tsx';
import { ChannelsTable } from '../silence/channels-table.tsx';
import { GroupsTable } from '../silence/groups-table.tsx';
import { PlanPart } from './plan-part.tsx';
import { partsOf } from './quarter.ts';
import classes from './report.module.css';
import type { Report } from './report.ts';
import { Standing } from './standing.tsx';
import { StandoutsPart } from './standouts-part.tsx';
import { WordsPart } from './words-part.tsx';

/** One quarter of one unit, from the score to the plan; as it is on the screen it is on paper. */
export function ReportSheet({ report, query }: { report: Report; query: Query }) {
  const { t } = useTranslation();
  const { format, language } = useLanguage();
  const names = useNames();
  const selection: Selection = { range: { from: report.from, to: report.to }, preset: null, programme: report.programme, touchpoints: [], units: report.unit === null ? [] : [report.unit], measure: report.measure ?? 'nps', asked: report.measure ?? 'nps', tree: 'was' };
  const drivers = [...report.drivers.detractors, ...report.drivers.promoters];
  const { segments, channels, less } = report.response;
  const made = report.made?.at ?? report.asOf;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(made));
  return (
    <article className={classes['sheet']}>
      <header className={classes['title']}>
        <h2>{t('report.quarter', partsOf(report.quarter))} · {report.unit === null ? t('filter.allUnits') : names.unit(report.unit)}</h2>
        <p>{names.programme(report.programme)} · {t(report.made ? 'report.keptAt' : report.over ? 'report.notKept' : 'report.running', { when })}</p>
      </header>
      <Standing report={report} />
      <section className={classes['part']}>
        <h3>{t('drivers.title')}</h3>
        <p>{t('drivers.hint')}</p>
        {drivers.length === 0 ? <p className="quiet">{t('drivers.nothingText')}</p> : <DriversTable drivers={drivers} selection={selection} mixed />}
      </section>
      <StandoutsPart report={report} />
      <section className={classes['part']}>
        <h3>{t('silence.title')}</h3>
        <p>{t('silence.hint')}</p>
        {report.response.all.delivered === 0 ? <p className="quiet">{t('report.nobodyAsked')}</p> : (
          <>
            <dl className={classes['facts']}>
              {(['promoters', 'passives', 'detractors'] as const).map((name) => <div key={name}><dt><SegmentMark segment={name === 'promoters' ? 'promoter' : name === 'passives' ? 'passive' : 'detractor'} /></dt><dd className="figure">{format.count(segments[name])}</dd></div>)}
              <div><dt>{t('funnel.silent')}</dt><dd className="figure">{format.count(segments.silent)}</dd></div>
            </dl>
            <ChannelsTable channels={channels} />
            {less.length > 0 && <GroupsTable groups={less} mixed />}
          </>
        )}
      </section>
      <section className={classes['part']}><h3>{t('report.loop')}</h3><LevelsTable levels={report.loop} /></section>
      <WordsPart words={report.words} />
      {/* Not by its id: that comes while the plan is begun. */}
      <PlanPart key={`${report.quarter}|${report.programme}|${report.unit}`} report={report} query={query} />
    </article>
  );
}
