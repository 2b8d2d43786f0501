import type { Measure } from '@candor/contracts';
import { useTranslation } from 'react-i18next';

const SMILEYS = ['red', 'yellow', 'green'] as const;

/** What stands below a column: the score, or the card of a smiley by its colour's name. */
export function useScoreWord(measure: Measure): (score: number) => string {
  const { t } = useTranslation();
  return (score) => {
    const smiley = measure === 'smiley' ? SMILEYS[score] : undefined;
    return smiley === undefined ? String(score) : t(`measure.smiley.${smiley}`);
  };
}
