import { Select, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { useDays } from '../compare/use-group-names.ts';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { VerdictMark } from '../figures/verdict-mark.tsx';
import type { Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { useNormWords } from '../norms/norm-words.ts';
import { useNorms } from '../norms/use-norms.ts';
import { RivalsPanel } from '../rivals/rivals-panel.tsx';
import { Behind } from '../scores/behind.tsx';
import { answersOf, type Questions } from './questions.ts';
import classes from './questions.module.css';
import { GrownWords, RivalsWords } from './question-words.tsx';
import { QUESTIONS_PATH, useIndustry, useQuestions, useQuestionsQuery } from './use-questions.ts';

/** Above our rivals? Above zero? Has it grown? Only three yeses are good. */
export function ThreeQuestions({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const days = useDays();
  const [industry, chooseIndustry] = useIndustry();
  const { query, ofCustomers, ready } = useQuestionsQuery(selection, industry);
  const { data, error, refetch, isPlaceholderData } = useQuestions(query, ready);
  const behind = data && { ...selection, preset: null, range: { from: data.figure.from, to: data.figure.to } };
  return (
    <>
      <Panel title={t('questions.title')} hint={data ? t('questions.hint', { days: days(data.figure) }) : t('questions.hintWait')} actions={behind && <Behind path={QUESTIONS_PATH} query={query} selection={behind} />}>
        {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={210} /> : (
          <div className={classes['stack']} style={{ opacity: isPlaceholderData ? 0.55 : 1 }}>
            <Answers questions={data} />
            <BandAndNorm questions={data} ofCustomers={ofCustomers} industry={industry} onIndustry={chooseIndustry} />
          </div>
        )}
      </Panel>
      <RivalsPanel selection={selection} />
    </>
  );
}

function Answers({ questions }: { questions: Questions }) {
  const { t } = useTranslation();
  const said = answersOf(questions);
  const words = { rivals: <RivalsWords questions={questions} />, zero: <ScoreFigure row={questions.figure} />, grown: <GrownWords questions={questions} /> };
  return (
    <dl className={classes['questions']}>
      {(['rivals', 'zero', 'grown'] as const).map((question) => (
        <div key={question}>
          <dt>{t(`questions.${question}`)}</dt>
          <dd><VerdictMark said={said[question]}>{t(`questions.said.${said[question]}`)}</VerdictMark><div className={classes['words']}>{words[question]}</div></dd>
        </div>
      ))}
    </dl>
  );
}

interface BandAndNormProps {
  readonly questions: Questions;
  readonly ofCustomers: boolean;
  readonly industry: string | null;
  readonly onIndustry: (industry: string | null) => void;
}

function BandAndNorm({ questions: { band, norm }, ofCustomers, industry, onIndustry }: BandAndNormProps) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const words = useNormWords();
  const industries = useNorms().data?.industries ?? [];
  if (!ofCustomers) return null;
  return (
    <div className={classes['norms']}>
      {band && <p>{t('questions.band', { band: words.band(band), upTo: format.signed(band.upTo) })}</p>}
      <Select size="xs" label={t('questions.industry')} placeholder={t('questions.chooseIndustry')} value={industries.some(({ key }) => key === industry) ? industry : null} clearable searchable nothingFoundMessage={t('filter.nothing')}
        data={industries.map((one) => ({ value: one.key, label: words.industry(one) }))} onChange={onIndustry} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
      {norm && (
        <p>
          <VerdictMark said={norm.answer}>{t(`questions.norm.${norm.answer}`)}</VerdictMark>{' '}
          <span className="quiet">{t('questions.normOf', { industry: words.industry(norm), norm: format.signed(norm.norm) })} <bdi>{norm.source}</bdi></span>
        </p>
      )}
      <p><Link to="/official" search={{ tab: 'norms' }}>{t('questions.edit')}</Link></p>
    </div>
  );
}
