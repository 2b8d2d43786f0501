import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswerRow, AnswerRowsSkeleton } from '../answers/answer-row.tsx';
import { useAnswers } from '../answers/use-answers.ts';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { Waiting } from '../app/waiting.tsx';
import { selectionSearch, type Selection } from '../filters/selection.ts';

const SHOWN = 6;

/** What customers said last, in their words. */
export function NewestWords({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const answers = useAnswers(selection, { words: true });
  const said = answers.data?.pages[0]?.data.slice(0, SHOWN);
  return (
    <Panel flush title={t('home.words')} actions={<Link to="/answers" search={selectionSearch(selection)}>{t('home.allAnswers')}</Link>}>
      {said === undefined ? <Waiting on={[answers]}><AnswerRowsSkeleton /></Waiting> : said.length === 0 ? <EmptyNote title={t('home.noWords')} text={t('home.noWordsText')} /> : said.map((answer) => <AnswerRow key={answer.id} answer={answer} />)}
    </Panel>
  );
}
