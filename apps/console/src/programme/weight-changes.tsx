import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Touchpoint } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';

/** The days on which a weight changed or will: totals break there. Nothing for a weight that has held since ever. */
export function WeightChanges({ weights }: Pick<Touchpoint, 'weights'>) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return weights.map(({ weight, from }) => from !== null && (
    <Text key={from} size="xs" c="dimmed">{t('programme.weightSince', { weight, day: day.format(new Date(`${from}T00:00:00Z`)) })}</Text>
  ));
}
