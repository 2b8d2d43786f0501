import type { Channel } from '@candor/contracts';
import { SegmentedControl, Select, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './asking.module.css';
import { CallPreview } from './call-preview.tsx';
import { MailPreview } from './mail-preview.tsx';
import { PREVIEWED, type Preview } from './preview.ts';
import { languageNames, LANGUAGES } from './survey-languages.ts';
import { TextPreview } from './text-preview.tsx';

interface PreviewPanelProps {
  /** A published programme; null: as the first one writes. */
  readonly programme: string | null;
  /** The unit that is looked at first. */
  readonly about?: string | undefined;
  readonly channels: readonly Channel[];
  readonly languages: readonly string[];
}

/** The next message on each channel and in each language, as customers will read it. */
export function PreviewPanel({ programme, about, channels, languages }: PreviewPanelProps) {
  const { t } = useTranslation();
  const { language: reader } = useLanguage();
  const offered = languages.length === 0 ? LANGUAGES : languages;
  const [chosenChannel, chooseChannel] = useState<Channel>();
  const [chosenLanguage, chooseLanguage] = useState<string>();
  const [unit, setUnit] = useState(about);
  const [reminder, setReminder] = useState(false);
  const channel = chosenChannel && channels.includes(chosenChannel) ? chosenChannel : channels[0] ?? 'email';
  const language = chosenLanguage && offered.some((one) => one === chosenLanguage) ? chosenLanguage : offered.find((one) => one === reader) ?? offered[0] ?? 'en';
  const previewed = PREVIEWED.find((one) => one === channel);
  const query = { programme, unit, channel: previewed, reminder: reminder || undefined, language };
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['preview', query],
    queryFn: ({ signal }) => call<Preview>('/v1/messages/preview', { query, signal }),
    enabled: previewed !== undefined,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  const named = useMemo(() => languageNames(reader), [reader]);
  return (
    <Panel title={t('asking.preview')} hint={t('asking.previewHint')}>
      <div className={classes['row']}>
        <SegmentedControl size="xs" value={channel} aria-label={t('asking.previewChannel')} data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))} onChange={(value) => chooseChannel(channels.find((one) => one === value))} />
        <Select size="xs" aria-label={t('asking.previewLanguage')} value={language} allowDeselect={false} data={offered.map((value) => ({ value, label: named(value) }))} onChange={(value) => chooseLanguage(value ?? undefined)} className={classes['wide']} />
        <SegmentedControl size="xs" value={reminder ? 'reminder' : 'first'} aria-label={t('asking.previewWhich')} data={[{ value: 'first', label: t('asking.first') }, { value: 'reminder', label: t('asking.reminder') }]} onChange={(value) => setReminder(value === 'reminder')} />
        <UnitFilter none={t('asking.wholeEnterprise')} value={unit} onChange={setUnit} />
      </div>
      {previewed !== undefined && (error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} />
        : data === undefined || data.channel !== previewed ? <Skeleton height={260} mt={12} /> : (
          <div className={classes['result']} data-stale={isPlaceholderData}>
            {data.email && <MailPreview mail={data.email} language={data.language} />}
            {data.voice && <CallPreview script={data.voice} language={data.language} />}
            {data.sms && <TextPreview message={data.sms} language={data.language} />}
          </div>
        ))}
    </Panel>
  );
}
