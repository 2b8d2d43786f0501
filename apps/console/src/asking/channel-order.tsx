import type { Channel } from '@candor/contracts';
import { ActionIcon, Button, Input } from '@mantine/core';
import { IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './asking.module.css';
import { CHANNELS } from './channels.ts';
import type { FieldsProps } from './fields.ts';
import { movedUp, withChannel } from './policy.ts';

/** Channels in the order in which they are tried, moved by buttons so that the keyboard can too. */
export function ChannelOrder({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  const { channels } = draft;
  const name = (channel: Channel): string => t(`channel.${channel}`);
  return (
    <Input.Wrapper label={t('programme.channels')} description={t('asking.channelsHint')} error={problem?.of('channels')} labelElement="div">
      <ol className={classes['order']}>
        {channels.map((channel, index) => (
          <li key={channel}>
            <span className={classes['place']}>{index + 1}</span>
            <b>{name(channel)}</b>
            <ActionIcon variant="subtle" color="gray" disabled={index === 0} aria-label={t('asking.earlier', { name: name(channel) })} onClick={() => set({ channels: movedUp(channels, index) })}><IconArrowUp size={16} /></ActionIcon>
            <ActionIcon variant="subtle" color="gray" disabled={channels.length === 1} aria-label={t('asking.removeOf', { name: name(channel) })} onClick={() => set({ channels: channels.filter((one) => one !== channel) })}><IconX size={16} /></ActionIcon>
          </li>
        ))}
      </ol>
      <div className={classes['checks']}>
        {CHANNELS.filter((one) => !channels.includes(one)).map((channel) => (
          <Button key={channel} variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={() => set(withChannel(draft, channel))}>{name(channel)}</Button>
        ))}
      </div>
    </Input.Wrapper>
  );
}
