import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { ResultExplanationDocument } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { formatPercent } from '../../ui/format-percent';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import type { EvidenceContext } from '../evidence-link';
import { Explanation } from '../explanation';
import { CorrectedList } from './corrected-list';
import { CorrectedOutages } from './corrections-panel';
import type { Result, ResultKey } from './result-keys';
import { ContributionNodes, summed } from './tree/contribution-nodes';
import { OpenedStep } from './tree/opened-step';

type Props = { resultKey: ResultKey; result: Result; context: EvidenceContext };

/** The calculation that made the figure, step by step, down to its evidence. */
export function ExplanationPanel({ resultKey, result, context }: Props) {
  const { t } = useTranslation();
  const found = useQuery(query(ResultExplanationDocument, resultKey));
  const { figure, timeZone, budget, ruleVersion } = result;
  const behindStep = (rule: string) => {
    if (rule === 'measurements.corrected')
      return <CorrectedList corrected={result.correctedMeasurements} zone={timeZone} />;
    if (rule === 'outages.corrected') return <CorrectedOutages corrections={result.corrections} zone={timeZone} />;
    return (
      summed[rule] && <ContributionNodes resultKey={resultKey} zone={timeZone} context={context} {...summed[rule]} />
    );
  };
  return (
    <Loaded query={found}>
      {({ commitment }) => {
        const steps = commitment?.result?.explanation ?? [];
        if (steps.length === 0) return <EmptyState kind="noPermission" owner={t('performance.commitment.explainer')} />;
        return (
          <Panel
            title={
              figure == null
                ? t('performance.commitment.whyNone')
                : t('performance.commitment.why', { figure: formatPercent(figure, { decimals: 4 }) })
            }
            description={t('performance.commitment.rules', { version: ruleVersion })}
          >
            <Explanation
              steps={steps}
              zone={timeZone}
              unit={budget.unit}
              context={context}
              behind={({ rule }) => {
                const inside = behindStep(rule);
                return (
                  inside && (
                    <OpenedStep words={rule.endsWith('.corrected') ? 'corrected' : 'madeOf'}>{inside}</OpenedStep>
                  )
                );
              }}
            />
          </Panel>
        );
      }}
    </Loaded>
  );
}
