import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../ui/format-number';
import { formatPercent } from '../../ui/format-percent';
import { ParetoBars } from '../../ui/pareto-bars';
import type { Result } from './result-keys';

/** How often each score was given; the highest first, as surveys ask for it. */
export function Scores({ scores, satisfiedFrom }: { scores: Result['scores']; satisfiedFrom: number }) {
  const { t } = useTranslation();
  return (
    <ParetoBars
      title={t('performance.scores.title')}
      answers={t('performance.scores.answers', { satisfiedFrom })}
      head={[t('performance.scores.score'), t('performance.scores.given'), t('performance.scores.share')]}
      bars={scores.toReversed().map(({ score, answers, sharePercent }) => ({
        label: t(score >= satisfiedFrom ? 'performance.scores.satisfied' : 'performance.scores.unsatisfied', { score }),
        amount: formatNumber(String(answers)),
        share: Number(sharePercent),
        tone: score >= satisfiedFrom ? 'good' : 'bad',
        shareWords: formatPercent(sharePercent, { decimals: 1 }),
      }))}
    />
  );
}
