import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutsHelp } from '../keyboard/shortcuts-help.tsx';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import { Brand } from './brand.tsx';
import { Navigation } from './navigation-list.tsx';
import { UserMenu } from './user-menu.tsx';
import classes from './shell.module.css';

/** The frame of every page: the menu at the start, on a phone behind a button. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [menu, { toggle, close }] = useDisclosure();
  const [help, { open: showHelp, close: hideHelp }] = useDisclosure();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useShortcuts({ '?': showHelp });
  useEffect(close, [path, close]);

  return (
    <AppShell header={{ height: { base: 48, md: 0 } }} navbar={{ width: 204, breakpoint: 'md', collapsed: { mobile: !menu } }} padding={0} transitionDuration={0}>
      <a href="#content" className="skip">{t('shell.skip')}</a>
      <AppShell.Header hiddenFrom="md" className={classes['bar']}>
        <Burger opened={menu} onClick={toggle} size="sm" aria-label={t('shell.menu')} />
        <Brand />
      </AppShell.Header>
      <AppShell.Navbar className={classes['menu']} aria-label={t('shell.navigation')}>
        <Group visibleFrom="md" className={classes['brand']}><Brand /></Group>
        <Navigation />
        <UserMenu onHelp={showHelp} />
      </AppShell.Navbar>
      <AppShell.Main id="content" className={classes['main']} tabIndex={-1}>{children}</AppShell.Main>
      <ShortcutsHelp opened={help} onClose={hideHelp} />
    </AppShell>
  );
}
