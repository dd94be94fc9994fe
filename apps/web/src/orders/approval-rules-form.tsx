import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import { PreviewUnitStagesDocument, ProposeUnitStagesDocument, type StageRuleFragment } from '../generated/graphql';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { RowsField } from '../ui/rows-field';
import { TextField } from '../ui/text-field';
import { ApprovalStageFields } from './approval-stage-fields';
import { newStage, stageInput, stageValues, unitStagesSchema, type UnitStages } from './approval-stage-values';
import type { UnitWithRules } from './approval-rules-page';
import classes from './orders.module.css';
import { useSettled } from './use-settled';
import './approval-rule-words';

type Props = { unit: UnitWithRules; begin: readonly StageRuleFragment[]; onClose: () => void };

/** The stages that a unit is to add, and beside them whom they would ask today. A second person puts them into force. */
export function ApprovalRulesForm({ unit: { id: unitId, name }, begin, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm<UnitStages, unknown, UnitStages>({
    resolver: zodResolver(unitStagesSchema) as never,
    defaultValues: { stages: begin.map(stageValues), reason: '' },
  });
  const propose = useAct(ProposeUnitStagesDocument, { done: t('approvalRules.wasProposed'), onDone: onClose });
  const stages = useWatch({ control: form.control, name: 'stages' });
  return (
    <div className={classes.form}>
      <Panel title={t('approvalRules.changeTitle', { name })}>
        <FormPage
          form={form}
          submit={t('approvalRules.propose')}
          onSubmit={(given) => propose.mutateAsync({ ...given, unitId, stages: given.stages.map(stageInput) })}
          cancel={
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
          }
        >
          <RowsField
            name="stages"
            label={t('approvalRules.stages')}
            description={t('approvalRules.stagesHint')}
            add={t('approvalRules.addStage')}
            remove={(place) => t('approvalRules.removeStage', { place })}
            newRow={newStage}
            empty={t('approvalRules.noneAnyMore')}
          >
            {(path) => <ApprovalStageFields path={path} />}
          </RowsField>
          <TextField name="reason" label={t('orders.reason')} rows={2} required />
        </FormPage>
      </Panel>
      <div className={classes.sticky}>
        <Preview unitId={unitId} stages={stages} />
      </div>
    </div>
  );
}

/** Whom the stages would ask today, as far as they say enough. */
function Preview({ unitId, stages }: { unitId: string; stages: UnitStages['stages'] }) {
  const { t } = useTranslation();
  const whole = useSettled(stages.filter((stage) => unitStagesSchema.shape.stages.element.safeParse(stage).success));
  const asked = useQuery({
    ...query(PreviewUnitStagesDocument, { unitId, stages: whole.map(stageInput) }),
    enabled: whole.length > 0,
    retry: false,
  });
  return (
    <Panel title={t('approvalRules.preview')} description={t('approvalRules.previewWords')}>
      {whole.length === 0 || !asked.data ? (
        <p className="quiet">{t('approvalRules.previewNothing')}</p>
      ) : (
        <ol className={classes.preview} aria-live="polite">
          {asked.data.previewUnitStages.map(({ key, name, need, value, people }) => (
            <li key={key}>
              <strong>{name}</strong> <span className="quiet">{t(`approvalRules.need.${need}`, { value })}</span>
              <div>
                {people.length > 0 ? people.map((person) => person.name).join(', ') : t('approvalRules.previewNobody')}
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
