import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { ResultExplanationDocument, type ExplanationStepFragment } from '../../generated/graphql';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { ToneBadge } from '../../ui/tone-badge';
import { EvidenceLink, type Evidence, type EvidenceContext } from '../evidence-link';
import { explainStep } from '../explain-step';
import classes from './left-out-panel.module.css';
import type { Result, ResultKey } from './result-keys';

type Props = { resultKey: ResultKey; result: Result; context: EvidenceContext };

/** What the calculation of this revision left out, in its own words: nobody has to read the lists of today for it. */
export function TakenOutPanel({ resultKey, result, context }: Props) {
  const { t } = useTranslation();
  const found = useQuery(query(ResultExplanationDocument, resultKey));
  const { revision, timeZone: zone, budget } = result;
  return (
    <Panel title={t('performance.leftOut.title')} description={t('performance.leftOut.ofRevision', { revision })}>
      <Loaded query={found}>
        {({ commitment }) => {
          const steps = commitment?.result?.explanation ?? [];
          const left = steps.filter(leavesOut);
          const sentences = left.flatMap((step) => explainStep(step, { zone, unit: budget.unit }) ?? []);
          const evidence = left.flatMap((step) => step.evidence).filter(isLeftOut);
          if (sentences.length + evidence.length === 0)
            return (
              <span className="quiet">
                {t(steps.length > 0 ? 'performance.leftOut.none' : 'performance.leftOut.notYours')}
              </span>
            );
          return (
            <>
              {sentences.map((sentence) => (
                <p key={sentence} className={classes.words}>
                  {sentence}
                </p>
              ))}
              {evidence.length > 0 && (
                <ul className={classes.list}>
                  {evidence.map((one) => (
                    <li key={one.id} className={classes.head}>
                      <ToneBadge>
                        {t(`performance.leftOut.${one.kind === 'EXCLUSION' ? 'exclusion' : 'maintenance'}`)}
                      </ToneBadge>
                      <EvidenceLink evidence={one as Evidence} context={context} />
                    </li>
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

/** What was left out of answers is told before they are counted. */
function leavesOut({ rule }: ExplanationStepFragment, _: number, steps: readonly ExplanationStepFragment[]): boolean {
  const ofAnswers = steps.some((step) => step.rule === 'answers.given');
  return ofAnswers ? rule === 'answers.given' : /\.(excluded|standstill)$/.test(rule);
}

const isLeftOut = ({ kind }: ExplanationStepFragment['evidence'][number]) =>
  kind === 'EXCLUSION' || kind === 'MAINTENANCE';
