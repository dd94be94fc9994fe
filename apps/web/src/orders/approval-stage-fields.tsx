import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import {
  ApprovalNeedKindCodes,
  ApproverPlaceCodes,
  ApproverSourceKindCodes,
  RoleCodes,
  TeamsDocument,
  type ApproverSourceKind,
  type ApprovalNeedKind,
  type Role,
} from '../generated/graphql';
import { FieldRow } from '../ui/field-row';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { newSource } from './approval-stage-values';
import './approval-rule-words';

/** Roles that look at orders; outsiders, administrators and auditors decide on none. */
const never = new Set<Role>(['PROVIDER_CONTACT', 'ADMINISTRATOR', 'AUDITOR']);

/** One stage: its name, whom it asks, how many of them have to approve, and when they are reminded. */
export function ApprovalStageFields({ path }: { path: string }) {
  const { t } = useTranslation();
  const need = useWatch({ name: `${path}.need` }) as ApprovalNeedKind;
  return (
    <Stack gap="sm">
      <FieldRow>
        <TextField name={`${path}.name`} label={t('approvalRules.stageName')} required />
        <SelectField
          name={`${path}.need`}
          label={t('approvalRules.needed')}
          options={ApprovalNeedKindCodes.map((value) => ({ value, label: t(`approvalRules.needKind.${value}`) }))}
          required
        />
        {(need === 'COUNT' || need === 'PERCENT') && (
          <NumberField
            name={`${path}.value`}
            label={t(`approvalRules.needKind.${need}`)}
            min={1}
            max={need === 'COUNT' ? 50 : 100}
            whole
            required
          />
        )}
        <NumberField name={`${path}.remindAfter`} label={t('approvalRules.remindAfter')} min={1} max={30} whole />
      </FieldRow>
      <RowsField
        name={`${path}.from`}
        label={t('approvalRules.from')}
        add={t('approvalRules.addSource')}
        remove={(place) => t('approvalRules.removeSource', { place })}
        newRow={newSource}
      >
        {(from) => <SourceFields path={from} />}
      </RowsField>
    </Stack>
  );
}

function SourceFields({ path }: { path: string }) {
  const { t } = useTranslation();
  const kind = useWatch({ name: `${path}.kind` }) as ApproverSourceKind;
  const { data } = useQuery(query(TeamsDocument, {}));
  const kinds = ApproverSourceKindCodes.map((value) => ({ value, label: t(`approvalRules.sourceKind.${value}`) }));
  return (
    <FieldRow>
      <SelectField name={`${path}.kind`} label={t('approvalRules.sourceLabel')} options={kinds} required />
      {kind === 'TEAM' && (
        <SelectField
          name={`${path}.team`}
          label={t('approvalRules.team')}
          options={(data?.teams ?? []).map(({ slug, name }) => ({ value: slug, label: name }))}
          required
        />
      )}
      {kind === 'ROLE' && (
        <SelectField
          name={`${path}.role`}
          label={t('approvalRules.role')}
          options={RoleCodes.filter((role) => !never.has(role)).map((value) => ({
            value,
            label: t(`people.role.${value}`),
          }))}
          required
        />
      )}
      {kind === 'ROLE' && (
        <SelectField
          name={`${path}.within`}
          label={t('approvalRules.lookedFor')}
          options={ApproverPlaceCodes.map((value) => ({ value, label: t(`approvalRules.within.${value}`) }))}
        />
      )}
    </FieldRow>
  );
}
