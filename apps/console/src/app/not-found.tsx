import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from './empty-note.tsx';
import { Page } from './page.tsx';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <EmptyNote title={t('notFound.title')} text={t('notFound.text')}><Link to="/">{t('notFound.home')}</Link></EmptyNote>
    </Page>
  );
}
