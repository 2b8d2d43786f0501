import { useTranslation } from 'react-i18next';
import { en } from '../i18n/en/index.ts';

type GivenIndustry = keyof typeof en.norms.industry;
type GivenBand = keyof typeof en.norms.band;

/** What an installation starts with, in the reader's language; what people wrote stays as they wrote it. */
export function useNormWords() {
  const { t } = useTranslation();
  return {
    industry: ({ key, name }: { readonly key: string; readonly name: string }): string => (en.norms.industry[key as GivenIndustry] === name ? t(`norms.industry.${key as GivenIndustry}`) : name),
    band: ({ key, meaning }: { readonly key: string; readonly meaning: string }): string => (en.norms.band[key as GivenBand] === meaning ? t(`norms.band.${key as GivenBand}`) : meaning),
  };
}
