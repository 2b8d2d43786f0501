import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { NormsTab } from '../norms/norms-tab.tsx';

const route = getRouteApi('/official');

/** What was published and what is aimed at, and what scores are held against. */
export function OfficialPage() {
  const { t } = useTranslation();
  route.useSearch();
  return <Page title={t('nav.official')}><NormsTab /></Page>;
}
