import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import {
  AvailabilitySourceCodes,
  TicketMetricCodes,
  type AvailabilitySource,
  type IndicatorKind,
} from '../generated/graphql';
import { FieldRow } from '../ui/field-row';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';

/** What is measured: the fields of the indicator chosen. */
export function IndicatorFields({ kind }: { kind: IndicatorKind }) {
  if (kind === 'AVAILABILITY') return <Availability />;
  if (kind === 'TICKETS_IN_TIME') return <TicketsInTime />;
  if (kind === 'PERCENTILE') return <Percentile />;
  if (kind === 'SATISFACTION') return <Satisfaction />;
  return <GoodOfTotal />;
}

function Satisfaction() {
  const { t } = useTranslation();
  return (
    <>
      <FieldRow>
        <TextField
          name="satisfaction.series"
          label={t('agreements.survey')}
          description={t('agreements.surveyHint')}
          placeholder={t('agreements.surveyExample')}
          required
        />
        <NumberField name="satisfaction.lowest" label={t('agreements.lowest')} min={0} max={99} whole required />
        <NumberField name="satisfaction.highest" label={t('agreements.highest')} min={1} max={100} whole required />
      </FieldRow>
      <FieldRow>
        <NumberField
          name="satisfaction.satisfiedFrom"
          label={t('agreements.satisfiedFrom')}
          description={t('agreements.satisfiedFromHint')}
          min={1}
          max={100}
          whole
          required
        />
        <NumberField
          name="satisfaction.leastAnswers"
          label={t('agreements.leastAnswers')}
          description={t('agreements.leastAnswersHint')}
          min={5}
          whole
          required
        />
      </FieldRow>
    </>
  );
}

/** Read with the share that is promised, it is a sentence: of all answers, 95 % are within 300 ms. */
function Percentile() {
  const { t } = useTranslation();
  return (
    <FieldRow>
      <TextField
        name="percentile.series"
        label={t('agreements.valueSeries')}
        description={t('agreements.valueSeriesHint')}
        placeholder={t('agreements.valueSeriesExample')}
        required
      />
      <NumberField
        name="target"
        label={t('agreements.valueShare')}
        description={t('agreements.valueShareHint')}
        suffix="%"
        exact
        required
      />
      <NumberField name="percentile.limit" label={t('agreements.valueLimit')} min={0} required />
      <TextField
        name="percentile.unit"
        label={t('agreements.unit')}
        description={t('agreements.unitHint')}
        placeholder="ms"
        required
      />
    </FieldRow>
  );
}

function Availability() {
  const { t } = useTranslation();
  const source = useWatch({ name: 'availability.source' }) as AvailabilitySource;
  return (
    <FieldRow>
      <SelectField
        name="availability.source"
        label={t('agreements.sourceLabel')}
        options={AvailabilitySourceCodes.map((value) => ({ value, label: t(`agreements.source.${value}`) }))}
        required
      />
      <NumberField
        name="availability.shortestOutageMinutes"
        label={t('agreements.shortestOutage')}
        description={t('agreements.shortestOutageHint')}
        suffix="min"
        min={0}
        required
      />
      {source === 'PROBES' && (
        <NumberField
          name="availability.longestHoldMinutes"
          label={t('agreements.longestHold')}
          description={t('agreements.longestHoldHint')}
          suffix="min"
          min={0}
        />
      )}
    </FieldRow>
  );
}

function TicketsInTime() {
  const { t } = useTranslation();
  return (
    <>
      <SelectField
        name="ticketsInTime.metric"
        label={t('agreements.metricLabel')}
        options={TicketMetricCodes.map((value) => ({ value, label: t(`agreements.metric.${value}`) }))}
        required
      />
      <RowsField
        name="ticketsInTime.targets"
        label={t('agreements.targets')}
        description={t('agreements.targetsHint')}
        add={t('agreements.addTarget')}
        remove={(place) => t('agreements.removeTarget', { place })}
        newRow={() => ({ priority: null, hours: null })}
      >
        {(path) => (
          <>
            <NumberField name={`${path}.priority`} label={t('agreements.priority')} min={1} max={9} whole required />
            <NumberField name={`${path}.hours`} label={t('agreements.within')} suffix="h" min={0} required />
          </>
        )}
      </RowsField>
      <FieldRow>
        <NumberField
          name="ticketsInTime.lowVolumeUnder"
          label={t('agreements.lowVolumeUnder')}
          description={t('agreements.lowVolumeHint')}
          min={0}
          whole
        />
        <NumberField
          name="ticketsInTime.allowedFailures"
          label={t('agreements.allowedFailures')}
          description={t('agreements.allowedFailuresHint')}
          min={0}
          whole
        />
      </FieldRow>
    </>
  );
}

function GoodOfTotal() {
  const { t } = useTranslation();
  return (
    <TextField
      name="goodOfTotal.series"
      label={t('agreements.series')}
      description={t('agreements.seriesHint')}
      placeholder={t('agreements.seriesExample')}
      required
    />
  );
}
