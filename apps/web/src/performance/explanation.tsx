import type { ReactNode } from 'react';
import type { ExplanationStepFragment } from '../generated/graphql';
import { ExplanationSteps } from '../ui/explanation-steps';
import { EvidenceLink, type EvidenceContext, type Evidence } from './evidence-link';
import { explainStep } from './explain-step';
import { StepList } from './step-list';
import './explanation-words';

type Props = {
  steps: ExplanationStepFragment[];
  zone: string;
  unit?: string;
  context?: EvidenceContext;
  behind?: Behind;
};

/** What a step was made of, in the place of links to its evidence; null where those say it. */
export type Behind = (step: ExplanationStepFragment) => ReactNode;

/** Why a figure is what it is, in sentences, each with its values and a way to its evidence. */
export function Explanation({ steps, zone, unit = 'ms', context, behind }: Props) {
  return (
    <ExplanationSteps
      steps={steps}
      zone={zone}
      evidenceLink={(evidence) => <EvidenceLink evidence={evidence as Evidence} context={context} />}
      behind={behind && ((step) => behind(step as ExplanationStepFragment))}
      sentence={(step) => {
        const words = explainStep(step, { zone, unit });
        const list = <StepList step={step} zone={zone} />;
        return words || step.rule === 'tickets.target' ? (
          <>
            {words}
            {list}
          </>
        ) : null;
      }}
    />
  );
}
