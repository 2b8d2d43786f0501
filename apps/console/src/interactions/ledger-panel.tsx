import { Button, MultiSelect, Pill, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { listOf } from '../filters/search-string.ts';
import { SelectionBar } from '../filters/selection-bar.tsx';
import { useSelection } from '../filters/use-selection.ts';
import { OUTCOMES } from '../ledger/stages.ts';
import { useReasonWords } from '../ledger/use-reason-words.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { seesComing } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { DecisionList } from './decision-list.tsx';
import classes from './interactions.module.css';
import type { LedgerSearch } from './ledger-search.ts';
import { DECISIONS_PATH, useLedger } from './use-ledger.ts';

interface LedgerPanelProps {
  readonly search: LedgerSearch;
  readonly onChange: (change: { [K in keyof LedgerSearch]?: LedgerSearch[K] | undefined }) => void;
}

/** The newest decisions of a selection: what a figure of the funnel is made of. */
export function LedgerPanel({ search, onChange }: LedgerPanelProps) {
  const { t } = useTranslation();
  const words = useReasonWords();
  const session = useSession();
  const selection = useSelection(search);
  const ledger = useLedger(selection, search);
  const { found } = ledger;
  const also = [
    { name: 'servedBy', text: search.servedBy && t('answers.servedBy', { who: search.servedBy }) }, { name: 'reason', text: search.reason && words(search.reason) },
    { name: 'channel', text: search.channel && t(`channel.${search.channel}`) }, { name: 'stage', text: search.stage && t(`funnel.stage.${search.stage}`) },
  ] as const;
  return (
    <Panel flush title={t('ledger.title')} hint={seesComing(session) ? t('ledger.hint') : <>{t('ledger.hint')}. {t('ledger.notComing')}</>} actions={<ApiCall path={DECISIONS_PATH} query={ledger.query} />}>
      <div className={classes['filters']}>
        <SelectionBar selection={selection} onChange={onChange}>
          <MultiSelect data={OUTCOMES.map((value) => ({ value, label: t(`decision.${value}`) }))} value={listOf(search.outcome)} placeholder={search.outcome === undefined ? t('ledger.allOutcomes') : ''} aria-label={t('ledger.outcome')} clearable searchable
            onChange={(chosen) => onChange({ outcome: chosen.join(',') || undefined })} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
        </SelectionBar>
        {also.map(({ name, text }) => text && <Pill key={name} withRemoveButton size="md" onRemove={() => onChange({ [name]: undefined })} removeButtonProps={{ 'aria-label': t('asking.removeOf', { name: text }), tabIndex: 0, 'aria-hidden': false }}>{text}</Pill>)}
      </div>
      {ledger.error !== null && found === undefined ? <div className={classes['pad']}><ProblemView error={ledger.error} onRetry={() => void ledger.refetch()} /></div>
        : found === undefined ? <Skeleton height={240} m={16} w="auto" />
          : found.length === 0 ? <EmptyNote title={t('ledger.empty')} text={t('ledger.emptyText')} />
            : <div className={classes['list']} data-stale={ledger.stale}><DecisionList decisions={found} /></div>}
      <div className={classes['more']}>
        {ledger.hasMore && <Button variant="default" size="xs" loading={ledger.busy} onClick={() => void ledger.more()}>{t('answers.more')}</Button>}
      </div>
    </Panel>
  );
}
