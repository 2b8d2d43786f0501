import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from './page.tsx';
import { ProblemView } from './problem-view.tsx';

/** A page that could not be shown, for example because a new version was installed since: trying again loads it afresh. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return <Page title={t('problem.page')}><ProblemView error={error instanceof Error ? error : new Error(String(error))} onRetry={retry} /></Page>;
}
