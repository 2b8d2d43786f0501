import { useTranslation } from 'react-i18next';
import { apart } from '../figures/apart.ts';
import { useLanguage } from '../i18n/language.ts';
import { lengthOf } from '../time/range.ts';
import { share, type Signal, type Why } from './signal.ts';
import { useChance } from './use-chance.ts';

/** Why a signal was raised, in words with the figures. */
export function useSentence(): (signal: Pick<Signal, 'kind'>, why: Why) => string {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const chance = useChance();
  return ({ kind }, why) => {
    const odds = chance(why.p);
    if (why.of === 'change') {
      const { recent, baseline, points } = why;
      return t(points < 0 ? 'signals.say.drop' : 'signals.say.rise', {
        points: format.count(Math.abs(apart(recent.nps ?? 0, baseline.nps ?? 0))), days: format.count(lengthOf(recent)), now: format.signed(recent.nps ?? 0), n: format.count(recent.n), before: format.signed(baseline.nps ?? 0), m: format.count(baseline.n), odds,
      });
    }
    if (why.of === 'attack') {
      const said = t('signals.say.attack', { n: format.count(why.recent), usual: format.mean(why.expected), busiest: format.count(why.busiest), odds });
      return [said, ...why.marks.map((mark) => t(`signals.mark.${mark}`, { share: format.percent(markShare(mark, why)) }))].join(' ');
    }
    const main = kind === 'begging' ? why.tens : why.coverage;
    if (main === null) return t('signals.say.nothing');
    const said = t(kind === 'begging' ? 'signals.say.begging' : 'signals.say.cherry-picking', { share: format.percent(share(main)), of: format.count(main.of), peers: format.percent(share(main.peers)), odds });
    return [said, ...why.confirmed.map((mark) => t(`signals.mark.${mark}`, { run: format.count(why.run.length) }))].join(' ');
  };
}

function markShare(mark: 'same-score' | 'same-comment' | 'all-at-once', { recent, scores, comments, sameComment, densest }: Extract<Why, { of: 'attack' }>): number {
  if (mark === 'same-score') return share({ count: Math.max(...scores), of: recent });
  return mark === 'same-comment' ? share({ count: sameComment, of: comments }) : share({ count: densest, of: recent });
}
