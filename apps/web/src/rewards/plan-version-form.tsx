import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, decimal, neededChoice } from '../app/field-rules';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import {
  MeasurableCommitmentsDocument,
  ProposeRewardPlanVersionDocument,
  ProrationCodes,
  WindowKindCodes,
} from '../generated/graphql';
import { promised } from '../performance/amount';
import '../performance/words';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormPage } from '../ui/form-page';
import { NumberField } from '../ui/number-field';
import { Panel } from '../ui/panel';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { useKeptDraft } from '../ui/use-kept-draft';
import { CurvePicture } from './curve-picture';
import type { PlanOnPage } from './plan-page';

const schema = z.object({
  effectiveFrom: day,
  window: z.enum(WindowKindCodes),
  pool: decimal,
  cap: decimal,
  proration: z.enum(ProrationCodes),
  curve: z.array(z.object({ attainment: decimal, percent: decimal })).min(1, 'rewards.curveNeeded'),
  measures: z
    .array(z.object({ commitmentId: neededChoice, weight: decimal, floor: decimal, target: decimal }))
    .min(1, 'rewards.measureNeeded'),
});

/** What most plans say, for a first version. */
const usualCurve = [
  { attainment: '90', percent: '50' },
  { attainment: '100', percent: '100' },
  { attainment: '110', percent: '150' },
];

/** New rules from a day on; a second person who is not paid by them approves. */
export function PlanVersionForm({ plan, onClose }: { plan: PlanOnPage; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const newest = plan.versions[0] ?? null;
  const services = plan.team.services.map(({ service }) => service.id);
  const found = useQuery({ ...query(MeasurableCommitmentsDocument, { services }), enabled: services.length > 0 });
  const propose = useAct(ProposeRewardPlanVersionDocument, { done: t('governance.versionProposed') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      effectiveFrom: today,
      window: newest?.window ?? 'QUARTER',
      pool: newest?.pool?.amount ?? '',
      cap: newest?.cap?.amount ?? '',
      proration: newest?.proration ?? 'WEIGHT_DAYS',
      curve: newest?.curve.map(({ attainment, percent }) => ({ attainment, percent })) ?? usualCurve,
      measures: (newest?.measures ?? []).map(({ commitment, weight, floor, target }) => ({
        commitmentId: commitment.id,
        weight,
        floor,
        target,
      })),
    },
  });
  const draft = useKeptDraft(form, `reward-plan:${plan.id}:${newest?.id ?? 'first'}`);
  const curve = useWatch({ control: form.control, name: 'curve' });
  const close = () => {
    draft.forget();
    onClose();
  };
  const commitments = (found.data?.commitments.edges ?? []).map(({ node: { id, name, service, terms } }) => ({
    value: id,
    label: `${service.name}: ${name} (${promised(terms.target, terms.comparator)})`,
  }));
  // What the plan measures already stays to be chosen, also a contract's commitment that the viewer finds nowhere else.
  const measuredAlready = (newest?.measures ?? [])
    .filter(({ commitment }) => !commitments.some(({ value }) => value === commitment.id))
    .map(({ commitment: { id, name, service } }) => ({ value: id, label: `${service.name}: ${name}` }));
  return (
    <Panel title={t('governance.newVersion')} description={t('rewards.versionWords')}>
      <FormPage
        form={form}
        submit={t('rewards.propose')}
        onSubmit={async (values) => {
          await propose.mutateAsync({ input: { planId: plan.id, ...values } });
          close();
        }}
        cancel={
          <Button variant="default" onClick={close}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <FieldRow>
          <DateField name="effectiveFrom" label={t('agreements.effectiveFrom')} required />
          <SelectField
            name="window"
            label={t('rewards.window')}
            options={WindowKindCodes.map((value) => ({ value, label: t(`rewards.windowOf.${value}`) }))}
            required
          />
          <SelectField
            name="proration"
            label={t('rewards.proration')}
            options={ProrationCodes.map((value) => ({ value, label: t(`rewards.prorationOf.${value}`) }))}
            required
          />
        </FieldRow>
        <FieldRow>
          <NumberField
            name="pool"
            label={t('rewards.poolAtTarget')}
            description={t('rewards.poolHint')}
            suffix={plan.currency}
            exact
            required
          />
          <NumberField
            name="cap"
            label={t('rewards.cap')}
            description={t('rewards.capHint')}
            suffix={plan.currency}
            exact
            required
          />
        </FieldRow>
        <RowsField
          name="measures"
          label={t('rewards.measures')}
          description={t(services.length === 0 ? 'rewards.noServiceManaged' : 'rewards.measuresHint')}
          add={t('rewards.addMeasure')}
          remove={(place) => t('rewards.removeMeasure', { place })}
          newRow={() => ({ commitmentId: '', weight: '', floor: '', target: '' })}
        >
          {(path) => (
            <>
              <SelectField
                name={`${path}.commitmentId`}
                label={t('performance.breaches.commitment')}
                options={[...measuredAlready, ...commitments]}
                required
              />
              <NumberField name={`${path}.weight`} label={t('governance.kpi.weight')} exact required />
              <NumberField name={`${path}.floor`} label={t('rewards.floor')} suffix="%" exact required />
              <NumberField name={`${path}.target`} label={t('rewards.target')} suffix="%" exact required />
            </>
          )}
        </RowsField>
        <RowsField
          name="curve"
          label={t('rewards.curve')}
          description={t('rewards.curveHint')}
          add={t('rewards.addAnchor')}
          remove={(place) => t('rewards.removeAnchor', { place })}
          newRow={() => ({ attainment: '', percent: '' })}
        >
          {(path) => (
            <>
              <NumberField name={`${path}.attainment`} label={t('rewards.attainment')} suffix="%" exact required />
              <NumberField name={`${path}.percent`} label={t('rewards.percent')} suffix="%" exact required />
            </>
          )}
        </RowsField>
        <CurvePicture
          title={t('rewards.curveNew')}
          curve={curve.filter(({ attainment, percent }) => attainment !== '' && percent !== '')}
        />
      </FormPage>
    </Panel>
  );
}
