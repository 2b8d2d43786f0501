import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { oddsOf } from './signal.ts';

/** A probability as people say it: once in so many looks, or rarer than that. */
export function useChance(): (p: number) => string {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return (p) => {
    const { how, looks } = oddsOf(p);
    return t(`signals.chance.${how}`, { looks: format.count(looks) });
  };
}

/** How rare something has to be to be a signal, where so much is looked at. */
export function useTestWords(): (why: { readonly threshold: number }) => string {
  const { t } = useTranslation();
  const chance = useChance();
  return ({ threshold }) => t('signals.test', { needed: chance(threshold) });
}
