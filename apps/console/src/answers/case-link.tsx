import { UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import type { Page } from '../api/page.ts';
import { useSay } from '../notice/notices.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import classes from './answers.module.css';

/** From an unhappy answer to its case. Whether there is one is asked when it is wanted: old answers have none. */
export function CaseLink({ answer }: { answer: string }) {
  const { t } = useTranslation();
  const session = useSession();
  const navigate = useNavigate();
  const say = useSay();
  const find = useMutation({
    mutationFn: () => call<Page<{ id: string }>>('/v1/cases', { query: { response: answer } }),
    onSuccess: ({ data: [found] }) => (found ? void navigate({ to: '/inbox/$caseId', params: { caseId: found.id } }) : say('failed', t('answers.noCase'))),
    onError: (error) => say('failed', error.message),
  });
  if (!may(session, 'cases:read')) return null;
  return <UnstyledButton className={classes['link']} onClick={() => find.mutate()}>{t('answers.openCase')}</UnstyledButton>;
}
