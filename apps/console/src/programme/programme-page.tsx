import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../app/page.tsx';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { ApiKeysTab } from './api-keys-tab.tsx';
import { BrandsTab } from './brands-tab.tsx';
import { TABS } from './programme-search.ts';
import { ProgrammesTab } from './programmes-tab.tsx';
import { TouchpointsTab } from './touchpoints-tab.tsx';
import { UnitsTab } from './units-tab.tsx';

const route = getRouteApi('/programme');

/** What the enterprise is made of and how it asks; the keys of the systems that talk to it. */
export function ProgrammePage() {
  const { t } = useTranslation();
  const session = useSession();
  const { tab = 'units' } = route.useSearch();
  const navigate = route.useNavigate();
  const tabs = TABS.filter((name) => name !== 'keys' || may(session, 'keys:write'));
  return (
    <Page title={t('nav.programme')}>
      <Tabs value={tab} onChange={(value) => void navigate({ search: { tab: TABS.find((name) => name === value) } })} keepMounted={false}>
        <Tabs.List mb={14}>{tabs.map((name) => <Tabs.Tab key={name} value={name}>{t(`programme.tabs.${name}`)}</Tabs.Tab>)}</Tabs.List>
        <Tabs.Panel value="units"><UnitsTab /></Tabs.Panel>
        <Tabs.Panel value="touchpoints"><TouchpointsTab /></Tabs.Panel>
        <Tabs.Panel value="programmes"><ProgrammesTab /></Tabs.Panel>
        <Tabs.Panel value="brands"><BrandsTab /></Tabs.Panel>
        {may(session, 'keys:write') && <Tabs.Panel value="keys"><ApiKeysTab /></Tabs.Panel>}
      </Tabs>
    </Page>
  );
}
