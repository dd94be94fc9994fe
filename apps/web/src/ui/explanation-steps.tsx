import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { codeWord } from '../i18n/code-word';
import { NamedValues, type NamedValue } from './named-values';
import classes from './explanation-steps.module.css';

export type Evidence = { kind: string; id: string; label: string };
export type Step = { rule: string; inputs: NamedValue[]; result: NamedValue[]; evidence: Evidence[] };

type Props = {
  steps: Step[];
  /** The zone in which instants are told. */
  zone: string;
  /** Renders what a step rests on as a link to its screen; plain text when it gives null. */
  evidenceLink?: (evidence: Evidence) => ReactNode;
  /** What a step says in words; its values then stand below, folded. */
  sentence?: (step: Step) => ReactNode;
  /** What the step was made of, which opens in its turn; its evidence is not listed then. */
  behind?: (step: Step) => ReactNode;
};

/** Why a figure is what it is: the steps of the calculation that made it, in order, down to the evidence. */
export function ExplanationSteps({ steps, zone, evidenceLink, sentence, behind }: Props) {
  return (
    <ol className={classes.steps}>
      {steps.map((step, index) => (
        <li key={index} className={classes.step}>
          <h3 className={classes.rule}>{codeWord('performance.rule', step.rule)}</h3>
          <StepBody step={step} zone={zone} words={sentence?.(step)} />
          {behind?.(step) ?? <EvidenceList evidence={step.evidence} link={evidenceLink} />}
        </li>
      ))}
    </ol>
  );
}

type EvidenceListProps = { evidence: Evidence[]; link: Props['evidenceLink'] };

function EvidenceList({ evidence: all, link }: EvidenceListProps) {
  const { t } = useTranslation();
  if (all.length === 0) return null;
  return (
    <details className={classes.evidence} open={all.length <= 3}>
      <summary>{t('ui.explanation.evidence', { count: all.length })}</summary>
      <ul>
        {all.map((evidence) => (
          <li key={`${evidence.kind}${evidence.id}`}>
            <span className="quiet">{codeWord('performance.evidence', evidence.kind)}</span>{' '}
            {link?.(evidence) ?? evidence.label}
          </li>
        ))}
      </ul>
    </details>
  );
}

function StepBody({ step, zone, words }: { step: Step; zone: string; words?: ReactNode }) {
  const { t } = useTranslation();
  const values = (
    <div className={classes.values}>
      <NamedValues label={t('ui.explanation.inputs')} values={step.inputs} zone={zone} />
      <NamedValues label={t('ui.explanation.result')} values={step.result} zone={zone} strong />
    </div>
  );
  if (!words) return values;
  return (
    <>
      <div className={classes.words}>{words}</div>
      <details className={classes.evidence}>
        <summary>{t('ui.explanation.values')}</summary>
        {values}
      </details>
    </>
  );
}
