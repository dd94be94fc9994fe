import { zodResolver } from '@hookform/resolvers/zod';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, decimal, needed, neededChoice } from '../app/field-rules';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import { useToday } from '../app/use-today';
import {
  ProposeScorecardDocument,
  ScorecardFormOptionsDocument,
  type ScorecardVersionFragment,
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
import { TextField } from '../ui/text-field';
import { useKeptDraft } from '../ui/use-kept-draft';

const schema = z.object({
  effectiveFrom: day,
  minimumCoverage: decimal,
  kpis: z
    .array(z.object({ name: needed, commitmentId: neededChoice, weight: decimal, floor: decimal, target: decimal }))
    .min(1, 'governance.kpi.needed'),
});

type Props = {
  provider: { id: string; slug: string };
  newest: ScorecardVersionFragment | null;
  onClose: () => void;
};

/** What is measured from a day on: KPIs on commitments with weights; a second person approves it. */
export function ScorecardForm({ provider, newest, onClose }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const options = useQuery(query(ScorecardFormOptionsDocument, { slug: provider.slug }));
  const propose = useAct(ProposeScorecardDocument, { done: t('governance.versionProposed') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      effectiveFrom: `${today.slice(0, 7)}-01`,
      minimumCoverage: newest?.minimumCoverage ?? '60',
      kpis: (newest?.kpis ?? []).map(({ name, commitment, weight, floor, target }) => ({
        name,
        commitmentId: commitment.id,
        weight,
        floor,
        target,
      })),
    },
  });
  const draft = useKeptDraft(form, `scorecard:${provider.id}:${newest?.id ?? 'first'}`);
  const close = () => {
    draft.forget();
    onClose();
  };
  const commitments = (options.data?.provider?.commitments ?? []).map(({ id, name, service, terms }) => ({
    value: id,
    label: `${service.name}: ${name} (${promised(terms.target, terms.comparator)})`,
  }));
  return (
    <Panel title={t('governance.propose')} description={t('governance.proposeWords')}>
      <FormPage
        form={form}
        submit={t('governance.propose')}
        onSubmit={async (values) => {
          await propose.mutateAsync({ input: { providerId: provider.id, ...values } });
          close();
        }}
        cancel={
          <Button variant="default" onClick={close}>
            {t('ui.cancel')}
          </Button>
        }
      >
        <FieldRow>
          <DateField
            name="effectiveFrom"
            label={t('agreements.effectiveFrom')}
            description={t('governance.firstOfMonth')}
            required
          />
          <NumberField
            name="minimumCoverage"
            label={t('governance.minimumField')}
            description={t('governance.minimumHint')}
            suffix="%"
            exact
            required
          />
        </FieldRow>
        <RowsField
          name="kpis"
          label={t('governance.kpis')}
          description={t('governance.kpisHint')}
          add={t('governance.kpi.add')}
          remove={(place) => t('governance.kpi.remove', { place })}
          newRow={() => ({ name: '', commitmentId: '', weight: '', floor: '', target: '' })}
        >
          {(path) => (
            <>
              <TextField name={`${path}.name`} label={t('governance.kpi.name')} required />
              <SelectField
                name={`${path}.commitmentId`}
                label={t('performance.breaches.commitment')}
                options={commitments}
                required
              />
              <NumberField name={`${path}.weight`} label={t('governance.kpi.weight')} exact required />
              <NumberField name={`${path}.floor`} label={t('governance.kpi.floor')} suffix="%" exact required />
              <NumberField name={`${path}.target`} label={t('governance.kpi.target')} suffix="%" exact required />
            </>
          )}
        </RowsField>
      </FormPage>
    </Panel>
  );
}
