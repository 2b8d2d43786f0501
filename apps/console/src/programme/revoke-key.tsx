import { Button, Popover } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRevokeKey, type ApiKey } from './api-keys.ts';

/** Asks once: a revoked key does not come back. */
export function RevokeKey({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const revoke = useRevokeKey();
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target><Button size="compact-xs" variant="default">{t('keys.revoke')}</Button></Popover.Target>
      <Popover.Dropdown>
        <p style={{ margin: '0 0 10px', maxWidth: 240, fontSize: '0.8125rem' }}>{t('keys.revokeSure', { name: apiKey.name })}</p>
        <Button size="xs" color="red" loading={revoke.isPending} onClick={() => revoke.mutate(apiKey.id)}>{t('keys.revoke')}</Button>
      </Popover.Dropdown>
    </Popover>
  );
}
