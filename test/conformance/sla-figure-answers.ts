import { createTerms, type ExcludedTime, type GapPolicy, judge, type Judgement, type Stretch } from '@accord/sla';
import { type Answers, instant, interval } from './sla-vector.js';

/** What libs/sla answers to the operations on availability. */
export const figureAnswers: Answers = {
  availability: (input, calendar) => {
    const judged = (excludedTime: ExcludedTime, gaps: GapPolicy) =>
      judge(
        createTerms({
          indicator: { kind: 'availability' },
          objective: { comparator: 'gte', targetPercent: '99' },
          calendar: calendar(),
          missingData: { gaps },
          excludedTime,
        }),
        { id: 'vector', window: 'month', zone: 'Etc/UTC', from: instant(input.from), to: instant(input.to) },
        {
          kind: 'outages',
          outages: stretches(input.outages),
          gaps: stretches(input.gaps),
          maintenance: stretches(input.maintenance),
          exclusions: stretches(input.exclusions),
        },
      );
    const underGaps = (excludedTime: ExcludedTime) => ({
      gapIgnored: ratio(judged(excludedTime, 'ignore').ratio),
      gapUp: ratio(judged(excludedTime, 'good').ratio),
      gapDown: ratio(judged(excludedTime, 'bad').ratio),
    });
    const { coverage, explanation } = judged('removed', 'ignore');
    return {
      ...parts(explanation),
      availability: {
        excludedRemoved: underGaps('removed'),
        excludedCountsAsUp: underGaps('countsAsUp'),
      },
      coverage: ratio(coverage!.ratio),
    };
  },
};

const ratio = (text: string | null) => (text === null ? null : Number(text));
const stretches = (pairs: [string, string][]): Stretch[] =>
  pairs.map((pair, i) => ({ ref: `${i}`, ...interval(pair) }));
const parts = (explanation: Judgement['explanation']) =>
  explanation.find(({ rule }) => rule === 'availability.total')!.inputs;
