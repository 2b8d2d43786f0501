import { Avatar, Menu, SegmentedControl, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconApi, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/language.ts';
import { useSession } from '../session/session.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import classes from './shell.module.css';

/** Who is signed in, and what belongs to the reader: language, light or dark, signing out. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const { name, roles } = useSession();
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const languages = Object.entries(LANGUAGES).map(([value, { name: label }]) => ({ value, label }));

  return (
    <Menu position="top-start" width={248} withinPortal keepMounted={false}>
      <Menu.Target>
        <UnstyledButton className={classes['user']} aria-label={t('shell.account', { name })}>
          <Avatar name={name} size={28} color="candor" alt="" />
          <span className={classes['who']}><b>{name}</b><span>{roles.map((role) => t(`roles.${role}`)).join(', ')}</span></span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.language')}</Menu.Label>
        <SegmentedControl fullWidth size="xs" data={languages} value={language} onChange={(value) => choose(value as Language)} aria-label={t('shell.language')} />
        <Menu.Label>{t('shell.appearance')}</Menu.Label>
        <SegmentedControl fullWidth size="xs" value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)} aria-label={t('shell.appearance')}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`shell.${value}`) }))} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>{t('keyboard.title')}</Menu.Item>
        <Menu.Item leftSection={<IconApi size={16} />} component="a" href="/docs" target="_blank">{t('shell.apiReference')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
