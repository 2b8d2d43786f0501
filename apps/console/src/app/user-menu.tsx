import { Avatar, Button, Divider, Popover, SegmentedControl, Stack, Text, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
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
  const [opened, { toggle, close }] = useDisclosure();
  const languages = Object.entries(LANGUAGES).map(([value, { name: label }]) => ({ value, label }));
  const item = { variant: 'subtle', color: 'gray', justify: 'flex-start', fw: 400 } as const;

  return (
    <Popover position="top-start" width={256} opened={opened} onChange={(next) => !next && close()} trapFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes['user']} onClick={toggle}>
          <Avatar name={name} size={28} color="candor" aria-hidden />
          <span className={classes['who']}><b>{name}</b><span>{roles.map((role) => t(`roles.${role}`)).join(', ')}</span></span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={10}>
        <Stack gap={4}>
          <Text size="xs" c="dimmed">{t('shell.language')}</Text>
          <SegmentedControl fullWidth size="xs" data={languages} value={language} onChange={(value) => choose(value as Language)} aria-label={t('shell.language')} />
          <Text size="xs" c="dimmed" mt={6}>{t('shell.appearance')}</Text>
          <SegmentedControl fullWidth size="xs" value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)} aria-label={t('shell.appearance')}
            data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`shell.${value}`) }))} />
        </Stack>
        <Divider my={8} />
        <Stack gap={0}>
          <Button {...item} leftSection={<IconKeyboard size={16} />} onClick={() => {
            close();
            onHelp();
          }}>{t('keyboard.title')}</Button>
          <Button {...item} leftSection={<IconApi size={16} />} component="a" href="/docs" target="_blank">{t('shell.apiReference')}</Button>
          <Button {...item} leftSection={<IconLogout size={16} />} onClick={signOut}>{t('shell.signOut')}</Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
