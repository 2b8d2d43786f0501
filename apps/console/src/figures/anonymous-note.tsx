import { useTranslation } from 'react-i18next';
import { useAnonymous } from '../drivers/use-anonymous.ts';

/** What is different about the figures of an anonymous programme; nothing for others. */
export function AnonymousNote({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  return useAnonymous(programme) ? <p className="quiet" role="note">{t('figure.batches')}</p> : null;
}
