import { IconCheck, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { apart } from '../figures/apart.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { SharesBar } from '../figures/shares-bar.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './report.module.css';
import type { Report } from './report.ts';

const ICONS = { yes: IconCheck, no: IconMinus, undecided: IconQuestionMark };
const QUESTIONS = ['aboveRivals', 'aboveZero', 'grown'] as const;

/** The score, what it was, what it should be, and the three questions. */
export function Standing({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const { figure, before, difference, target, questions } = report;
  return (
    <section className={classes['part']}>
      <h3>{t('report.standing')}</h3>
      <div className={classes['two']}>
        <div>
          <ScoreFigure row={figure} size="xl" />
          {figure.promoters !== null && figure.passives !== null && figure.detractors !== null && <SharesBar shares={{ n: figure.n, promoters: figure.promoters, passives: figure.passives, detractors: figure.detractors }} />}
        </div>
        <dl className={classes['facts']}>
          <div><dt>{t('report.before')}</dt><dd><ScoreFigure row={before} /></dd></div>
          <div><dt>{t('report.change')}</dt><dd>{difference === null ? t('figure.tooFew') : <><span className="figure">{format.signed(figure.nps === null || before.nps === null ? difference.points : apart(figure.nps, before.nps))}</span> <small>{format.interval(difference.confidence.low, difference.confidence.high)} {!difference.significant && t('drivers.undecided')}</small></>}</dd></div>
          <div><dt>{t('report.target')}</dt><dd>{target === null ? t('report.noTarget') : <><span className="figure">{format.signed(target.value)}</span> <small>{t(`silence.state.${target.state}`)}</small></>}</dd></div>
          <div><dt>{t('scores.responseRate')}</dt><dd>{report.response.all.responseRate === null ? '–' : <><span className="figure">{format.percent(report.response.all.responseRate)}</span> <small>{t('silence.of', { shown: format.count(report.response.all.delivered) })}</small></>}</dd></div>
          {QUESTIONS.map((question) => {
            const { answer } = questions[question];
            const Icon = ICONS[answer];
            return <div key={question}><dt>{t(`report.question.${question}`)}</dt><dd><span className={classes['answer']}><Icon size={15} aria-hidden />{t(`report.answer.${answer}`)}</span></dd></div>;
          })}
        </dl>
      </div>
    </section>
  );
}
