import { zodResolver } from '@hookform/resolvers/zod';
import { Stack } from '@mantine/core';
import { parseApprovalRule } from '@accord/domain';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useSession } from '../app/session';
import { ArchetypesDocument, BusinessUnitsDocument } from '../generated/graphql';
import { ApprovalStageFields } from '../orders/approval-stage-fields';
import { newStage } from '../orders/approval-stage-values';
import '../orders/approval-rule-words';
import { unitTree } from '../people/unit-tree';
import { FieldRow } from '../ui/field-row';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { approvalOf, approvalSchema, approvalValues, newCase, type ApprovalValues } from './approval-values';
import { currencyOptions } from './currency-options';
import { DraftDialog, type DraftDialogProps } from './draft-dialog';
import { refusing } from './form-editor/form-faults';

/** Who approves orders of the service, one stage after the other, and when nobody needs to be asked. */
export function ApprovalDialog(props: DraftDialogProps) {
  const { t } = useTranslation();
  const { currency } = useSession().enterprise;
  const form = useForm<ApprovalValues, unknown, ApprovalValues>({
    resolver: zodResolver(approvalSchema) as never,
    defaultValues: approvalValues(props.definition.approval, currency),
  });
  const change = (values: ApprovalValues) => ({
    approval: refusing(
      () => parseApprovalRule(approvalOf(values), []),
      (path) => [...path],
    ),
  });
  return (
    <DraftDialog {...props} title={t('catalog.approval.change')} form={form} change={change} size="lg">
      <RowsField
        name="stages"
        label={t('approvalRules.stages')}
        description={t('catalog.approval.hint')}
        add={t('approvalRules.addStage')}
        remove={(place) => t('approvalRules.removeStage', { place })}
        newRow={newStage}
      >
        {(path) => <ApprovalStageFields path={path} />}
      </RowsField>
      <RowsField
        name="automatic"
        label={t('catalog.approval.automatic')}
        description={t('catalog.approval.automaticHint')}
        add={t('catalog.approval.addCase')}
        remove={(place) => t('catalog.approval.removeCase', { place })}
        newRow={() => newCase(currency)}
        empty={t('catalog.approval.always')}
      >
        {(path) => <CaseFields path={path} />}
      </RowsField>
    </DraftDialog>
  );
}

function CaseFields({ path }: { path: string }) {
  const { t } = useTranslation();
  const archetypes = useQuery(query(ArchetypesDocument, {})).data?.archetypes ?? [];
  const units = useQuery(query(BusinessUnitsDocument, {})).data?.businessUnits ?? [];
  return (
    <Stack gap="sm">
      <TextField
        name={`${path}.name`}
        label={t('catalog.approval.caseName')}
        description={t('catalog.approval.caseNameHint')}
        required
      />
      <FieldRow>
        <TextField
          name={`${path}.amount`}
          label={t('catalog.approval.upTo')}
          description={t('catalog.approval.upToHint')}
        />
        <SelectField name={`${path}.currency`} label={t('people.setUp.currency')} options={currencyOptions} required />
      </FieldRow>
      <SelectField
        name={`${path}.archetypes`}
        label={t('catalog.approval.archetypes')}
        options={archetypes.map(({ key, name }) => ({ value: key, label: name }))}
        multiple
      />
      <SelectField
        name={`${path}.units`}
        label={t('catalog.approval.units')}
        options={unitTree(units).map(({ unit, depth }) => ({
          value: unit.slug,
          label: unit.name,
          depth,
        }))}
        multiple
      />
    </Stack>
  );
}
