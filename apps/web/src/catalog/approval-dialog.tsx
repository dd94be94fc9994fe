import { zodResolver } from '@hookform/resolvers/zod';
import { DomainError, parseApprovalRule, type ServiceDefinition } from '@accord/domain';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useSession } from '../app/session';
import { ArchetypesDocument, BusinessUnitsDocument } from '../generated/graphql';
import { ApprovalStageFields } from '../orders/approval-stage-fields';
import { newStage } from '../orders/approval-stage-values';
import '../orders/approval-words';
import { unitTree } from '../people/unit-tree';
import { FieldRow } from '../ui/field-row';
import { FormDialog } from '../ui/form-dialog';
import { Refused } from '../ui/refused';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { approvalOf, approvalSchema, approvalValues, newCase, type ApprovalValues } from './approval-values';
import { currencyOptions } from './currency-options';

type Props = {
  definition: ServiceDefinition;
  save: (definition: ServiceDefinition) => Promise<unknown>;
  onClose: () => void;
};

/** Who approves orders of the service, one stage after the other, and when nobody needs to be asked. */
export function ApprovalDialog({ definition, save, onClose }: Props) {
  const { t } = useTranslation();
  const { currency } = useSession().enterprise;
  const form = useForm<ApprovalValues, unknown, ApprovalValues>({
    resolver: zodResolver(approvalSchema) as never,
    defaultValues: approvalValues(definition.approval, currency),
  });
  const submit = async (values: ApprovalValues) => {
    try {
      const approval = parseApprovalRule(approvalOf(values), []);
      await save({ ...definition, approval });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new Refused([{ code: error.code, field: [...(error.field ?? [])], message: error.message }]);
    }
    onClose();
  };
  return (
    <FormDialog
      title={t('catalog.approval.change')}
      form={form}
      submit={t('catalog.offer.keep')}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      <RowsField
        name="stages"
        label={t('approvals.rules.stages')}
        description={t('catalog.approval.hint')}
        add={t('approvals.rules.addStage')}
        remove={(place) => t('approvals.rules.removeStage', { place })}
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
    </FormDialog>
  );
}

function CaseFields({ path }: { path: string }) {
  const { t } = useTranslation();
  const archetypes = useQuery(query(ArchetypesDocument, {})).data?.archetypes ?? [];
  const units = useQuery(query(BusinessUnitsDocument, {})).data?.businessUnits ?? [];
  return (
    <>
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
          label: `${'\u2003'.repeat(depth)}${unit.name}`,
        }))}
        multiple
      />
    </>
  );
}
