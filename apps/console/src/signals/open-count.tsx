import { Badge, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { useOpenSignals } from './use-signals.ts';

/** How many signals are open, in the menu; nothing where there are none. */
export function OpenCount() {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const open = useOpenSignals();
  if (open === 0) return null;
  return <Badge size="sm" variant="light" color="gray" ms="auto" tt="none">{format.count(open)}<VisuallyHidden> {t('signals.state.open')}</VisuallyHidden></Badge>;
}
