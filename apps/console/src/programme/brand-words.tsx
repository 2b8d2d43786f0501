import { WORDING_PLACES, type BrandWording } from '@candor/contracts';
import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiProblem } from '../api/problem.ts';
import { languageNames, LANGUAGES } from '../asking/survey-languages.ts';
import { directionOf } from '../i18n/direction.ts';
import { useLanguage } from '../i18n/language.ts';
import { WORDED, type Brand } from './brand.ts';

interface BrandWordsProps {
  readonly wording: Brand['wording'];
  readonly onChange: (wording: Brand['wording']) => void;
  readonly problem: ApiProblem | null;
}

/** A brand's own words, one language at a time. What is left empty is said as everybody says it. */
export function BrandWords({ wording, onChange, problem }: BrandWordsProps) {
  const { t } = useTranslation();
  const { language: reader } = useLanguage();
  const named = languageNames(reader);
  const tags = [...new Set([...LANGUAGES, ...Object.keys(wording)])];
  const [chosen, choose] = useState(tags.find((tag) => wording[tag] !== undefined) ?? reader);
  // What was refused may stand in a language that is not looked at.
  const refused = tags.filter((tag) => problem?.of(`wording.${tag}`) !== undefined);
  const texts: BrandWording = wording[chosen] ?? {};
  return (
    <>
      <SegmentedControl size="xs" value={chosen} onChange={choose} aria-label={t('brands.language')} data={tags.map((value) => ({ value, label: wording[value] === undefined ? named(value) : <b>{named(value)}</b> }))} />
      {refused.some((tag) => tag !== chosen) && <p role="alert">{t('brands.refusedIn', { languages: refused.map(named).join(', ') })}</p>}
      {WORDED.map((text) => (
        <Textarea key={text} autosize minRows={text === 'footer' || text === 'address' ? 2 : 1} maxRows={6} label={t(`brands.texts.${text}`)} placeholder={t('brands.asEverybody')} value={texts[text] ?? ''} dir={directionOf(chosen)} lang={chosen}
          description={WORDING_PLACES[text].length > 0 && <>{t('brands.places')} <code className="ltr">{WORDING_PLACES[text].map((place) => `{{${place}}}`).join(' ')}</code></>}
          onChange={(event) => onChange({ ...wording, [chosen]: { ...texts, [text]: event.currentTarget.value } })} error={problem?.of(`wording.${chosen}.${text}`)} />
      ))}
    </>
  );
}
