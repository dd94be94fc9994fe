import { zodResolver } from '@hookform/resolvers/zod';
import { Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { neededChoice } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import { CalculateRewardDocument } from '../generated/graphql';
import { periodOptions } from '../governance/period-options';
import { FormDialog } from '../ui/form-dialog';
import { SelectField } from '../ui/select-field';
import type { PlanOnPage } from './plan-page';

const schema = z.object({ period: neededChoice });

/** Which period; every result that the plan measures must be closed. */
export function CalculateDialog({ plan, onClose }: { plan: PlanOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const calculate = useAct(CalculateRewardDocument, { done: t('rewards.calculated') });
  const windows = new Set(plan.versions.filter(({ state }) => state === 'APPROVED').map((version) => version.window));
  const options = periodOptions(today).filter(({ value }) => windows.has(value.includes('Q') ? 'QUARTER' : 'MONTH'));
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { period: options[1]?.value ?? '' } });
  return (
    <FormDialog
      title={t('rewards.calculate')}
      form={form}
      submit={t('rewards.calculate')}
      onSubmit={async ({ period }) => {
        await calculate.mutateAsync({ planId: plan.id, period });
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{t('rewards.calculateWords')}</Text>
      <SelectField name="period" label={t('governance.period')} options={options} required />
    </FormDialog>
  );
}
