import { zodResolver } from '@hookform/resolvers/zod';
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
import { commitmentOption, MeasuredFields, measuredRow } from '../performance/measured-fields';
import '../performance/words';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { VersionForm } from '../ui/version-form';
import { CurvePicture } from './curve-picture';
import type { PlanOnPage } from './plan-page';
import '../agreements/words';

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
      measures: (newest?.measures ?? []).map(measuredRow),
    },
  });
  const curve = useWatch({ control: form.control, name: 'curve' });
  const commitments = (found.data?.commitments.edges ?? []).map(({ node }) => commitmentOption(node));
  // What the plan measures already stays to be chosen, also a contract's commitment that the viewer finds nowhere else.
  const measuredAlready = (newest?.measures ?? [])
    .filter(({ commitment }) => !commitments.some(({ value }) => value === commitment.id))
    .map(({ commitment: { id, name, service } }) => ({ value: id, label: `${service.name}: ${name}` }));
  return (
    <VersionForm
      title={t('governance.newVersion')}
      description={t('rewards.versionWords')}
      form={form}
      draftKey={`reward-plan:${plan.id}:${newest?.id ?? 'first'}`}
      submit={t('rewards.propose')}
      onSubmit={(values) => propose.mutateAsync({ input: { planId: plan.id, ...values } })}
      onClose={onClose}
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
          <MeasuredFields
            path={path}
            options={[...measuredAlready, ...commitments]}
            floor={t('rewards.floor')}
            target={t('rewards.target')}
          />
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
    </VersionForm>
  );
}
