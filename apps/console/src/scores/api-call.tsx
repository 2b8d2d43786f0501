import { ActionIcon, Anchor, Button, CopyButton, Group, Popover, SegmentedControl, Tooltip } from '@mantine/core';
import { IconApi } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withQuery, type Query } from '../api/query.ts';
import { FileLinks } from '../files/file-links.tsx';
import classes from './behind.module.css';
import { biQuery } from './bi-query.ts';

const WAYS = ['curl', 'OData', 'SQL'] as const;
type Way = (typeof WAYS)[number];
/** What the API gives as files too. */
const AS_FILES = new Set(['/v1/scores', '/v1/scores/total', '/v1/responses']);

/** The call that returns the figure shown, ready to run with an API key; and, where BI tools can ask the same, its OData and SQL. */
export function ApiCall({ path, query }: { path: string; query: Query }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<Way>('curl');
  const address = withQuery(path, query);
  const bi = biQuery(path, query);
  const way = bi === null ? 'curl' : chosen;
  const curl = `curl -H "authorization: Bearer $CANDOR_API_KEY" \\\n  "${window.location.origin}${address}"`;
  const text = bi === null || way === 'curl' ? curl : way === 'OData' ? `${window.location.origin}${bi.odata}` : bi.sql;
  return (
    <Popover width={440} position="bottom-end" shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <Tooltip label={t('behind.api')}>
          <ActionIcon variant="subtle" color="gray" aria-label={t('behind.api')}><IconApi size={18} /></ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 24px)">
        {bi !== null && <SegmentedControl size="xs" mb={8} aria-label={t('behind.way')} value={way} data={[...WAYS]} onChange={(value) => choose(WAYS.find((one) => one === value) ?? 'curl')} />}
        <p className={classes['hint']}>{t(way === 'curl' ? 'behind.apiHint' : way === 'OData' ? 'behind.odataHint' : 'behind.sqlHint')}</p>
        <pre className={classes['code']} tabIndex={0}>{text}</pre>
        <Group gap={12}>
          <CopyButton value={text}>{({ copied, copy }) => <Button size="xs" variant="default" onClick={copy}>{copied ? t('behind.copied') : t('behind.copy')}</Button>}</CopyButton>
          {way !== 'SQL' && <Anchor size="sm" href={bi !== null && way === 'OData' ? bi.odata : address} target="_blank">JSON</Anchor>}
          <Anchor size="sm" href="/docs" target="_blank">{t('behind.reference')}</Anchor>
        </Group>
        {AS_FILES.has(path) && <FileLinks key={address} address={address} />}
      </Popover.Dropdown>
    </Popover>
  );
}
