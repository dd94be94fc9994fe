import { zodResolver } from '@hookform/resolvers/zod';
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
import { commitmentOption, MeasuredFields, measuredRow } from '../performance/measured-fields';
import '../performance/words';
import { DateField } from '../ui/date-field';
import { FieldRow } from '../ui/field-row';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';
import { TextField } from '../ui/text-field';
import { VersionForm } from '../ui/version-form';
import '../agreements/words';

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
      kpis: (newest?.kpis ?? []).map((kpi) => ({ name: kpi.name, ...measuredRow(kpi) })),
    },
  });
  const commitments = (options.data?.provider?.commitments ?? []).map(commitmentOption);
  return (
    <VersionForm
      title={t('governance.propose')}
      description={t('governance.proposeWords')}
      form={form}
      draftKey={`scorecard:${provider.id}:${newest?.id ?? 'first'}`}
      submit={t('governance.propose')}
      onSubmit={(values) => propose.mutateAsync({ input: { providerId: provider.id, ...values } })}
      onClose={onClose}
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
            <MeasuredFields
              path={path}
              options={commitments}
              floor={t('governance.kpi.floor')}
              target={t('governance.kpi.target')}
            />
          </>
        )}
      </RowsField>
    </VersionForm>
  );
}
