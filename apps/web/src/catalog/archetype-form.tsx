import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, needed, optionalDecimal } from '../app/field-rules';
import { useToday } from '../app/use-today';
import { useAct } from '../app/use-act';
import {
  ChangeArchetypeDocument,
  CostModelCodes,
  DecisionBodyCodes,
  ReviewCadenceCodes,
  SupplierStrategyCodes,
  type ArchetypeFragment,
} from '../generated/graphql';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { FormPage } from '../ui/form-page';
import { NumberField } from '../ui/number-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { ScoreField } from './score-field';
import { scoreNames } from './score-names';

const part = z.number('ui.form.required').int().min(0).max(100);
const score = z.number().int().min(1).max(5);
const schema = z.object({
  effectiveFrom: day,
  name: needed,
  summary: needed,
  commitmentStyle: needed,
  defaultAvailability: optionalDecimal,
  reviewCadence: z.enum(ReviewCadenceCodes),
  decisionBody: z.enum(DecisionBodyCodes),
  sourcing: z.enum(SupplierStrategyCodes),
  costModel: z.enum(CostModelCodes),
  firstMeasure: needed,
  rewardMix: z
    .object({ operations: part, customer: part, outcome: part })
    .refine(({ operations, customer, outcome }) => operations + customer + outcome === 100, {
      path: ['operations'],
      message: 'catalog.archetypes.mixNot100',
    }),
  typicalScores: z.object({
    operationalDependence: score,
    strategicImpact: score,
    standardizability: score,
    uncertainty: score,
  }),
  reason: needed,
});

/** The next version of an archetype; the ones before stay for what was decided under them. */
export function ArchetypeForm({ newest, onClose }: { newest: ArchetypeFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const today = useToday();
  const change = useAct(ChangeArchetypeDocument, { done: t('catalog.archetypes.changed'), onDone: onClose });
  const { key, id: _id, version: _version, viewerCanChange: _may, effectiveFrom: _from, ...terms } = newest;
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { ...terms, effectiveFrom: today, reason: '' },
  });
  return (
    <FormPage
      form={form}
      submit={t('catalog.archetypes.change')}
      onSubmit={(input) => change.mutateAsync({ key, input })}
      cancel={
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <FieldRow>
        <TextField name="name" label={t('people.name')} required />
        <DateField
          name="effectiveFrom"
          label={t('catalog.archetypes.effectiveFrom')}
          description={t('catalog.archetypes.effectiveHint')}
          min={today}
          required
        />
      </FieldRow>
      <TextField name="summary" label={t('catalog.term.summary')} rows={2} required />
      <FieldRow>
        <TextField name="commitmentStyle" label={t('catalog.term.commitmentStyle')} rows={2} required />
        <TextField name="firstMeasure" label={t('catalog.term.firstMeasure')} rows={2} required />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="defaultAvailability"
          label={t('catalog.term.defaultAvailability')}
          description={t('catalog.term.availabilityHint')}
          suffix="%"
          exact
        />
        <Codes name="reviewCadence" codes={ReviewCadenceCodes} group="cadence" />
        <Codes name="decisionBody" codes={DecisionBodyCodes} group="body" />
        <Codes name="sourcing" codes={SupplierStrategyCodes} group="sourcing" />
        <Codes name="costModel" codes={CostModelCodes} group="costModel" />
      </FieldRow>
      <FieldRow>
        {(['operations', 'customer', 'outcome'] as const).map((name) => (
          <NumberField
            key={name}
            name={`rewardMix.${name}`}
            label={t(`catalog.term.mix.${name}`)}
            min={0}
            max={100}
            suffix="%"
            whole
            required
          />
        ))}
      </FieldRow>
      <div>
        {scoreNames.map((name) => (
          <ScoreField key={name} name={name} prefix="typicalScores" />
        ))}
      </div>
      <TextField
        name="reason"
        label={t('ui.confirm.reason')}
        description={t('ui.confirm.reasonHint')}
        rows={2}
        required
      />
    </FormPage>
  );
}

type CodesProps = {
  name: 'reviewCadence' | 'decisionBody' | 'sourcing' | 'costModel';
  codes: readonly string[];
  group: 'cadence' | 'body' | 'sourcing' | 'costModel';
};

function Codes({ name, codes, group }: CodesProps) {
  const { t } = useTranslation();
  return (
    <SelectField
      name={name}
      label={t(`catalog.term.${name}`)}
      options={codes.map((value) => ({ value, label: t(`catalog.${group}.${value}` as 'catalog.cadence.MONTHLY') }))}
      required
    />
  );
}
