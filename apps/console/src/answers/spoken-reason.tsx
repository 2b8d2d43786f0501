import { useTranslation } from 'react-i18next';

/** What the customer said on the telephone. It is fetched when somebody wants to hear it. */
export function SpokenReason({ recording }: { recording: { readonly id: string; readonly seconds: number } }) {
  const { t } = useTranslation();
  return <audio controls preload="none" src={`/v1/recordings/${encodeURIComponent(recording.id)}`} aria-label={t('answers.spoken', { seconds: recording.seconds })} />;
}
