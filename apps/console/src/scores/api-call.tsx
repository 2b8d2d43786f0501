import { ActionIcon, Anchor, Button, CopyButton, Group, Popover, Tooltip } from '@mantine/core';
import { IconApi } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { withQuery, type Query } from '../api/query.ts';
import classes from './behind.module.css';

/** The call that returns the figure shown, ready to run with an API key. */
export function ApiCall({ path, query }: { path: string; query: Query }) {
  const { t } = useTranslation();
  const address = withQuery(path, query);
  const curl = `curl -H "authorization: Bearer $CANDOR_API_KEY" \\\n  "${window.location.origin}${address}"`;
  return (
    <Popover width={440} position="bottom-end" shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <Tooltip label={t('behind.api')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('behind.api')}><IconApi size={18} /></ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 24px)">
        <p className={classes['hint']}>{t('behind.apiHint')}</p>
        <pre className={classes['code']} tabIndex={0}>{curl}</pre>
        <Group gap={12}>
          <CopyButton value={curl}>{({ copied, copy }) => <Button size="xs" variant="default" onClick={copy}>{copied ? t('behind.copied') : t('behind.copy')}</Button>}</CopyButton>
          <Anchor size="sm" href={address} target="_blank">JSON</Anchor>
          <Anchor size="sm" href="/docs" target="_blank">{t('behind.reference')}</Anchor>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
