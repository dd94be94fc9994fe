import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { needed } from '../app/field-rules';
import { query } from '../app/query';
import { useAct } from '../app/use-act';
import {
  BreachesDocument,
  RecordReviewDecisionDocument,
  ReviewDecisionKindCodes,
  type PackFragment,
} from '../generated/graphql';
import { FieldRow } from '../ui/field-row';
import { FormPage } from '../ui/form-page';
import { formatPeriod } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import type { ReviewOnPage } from './review-page';

const schema = z.object({
  kind: z.enum(ReviewDecisionKindCodes),
  text: needed,
  creditId: z.string().nullable(),
});

/** One decision: of which kind, in words; for a credit, which one. */
export function DecisionForm({ review, pack }: { review: ReviewOnPage; pack: PackFragment }) {
  const { t } = useTranslation();
  const decide = useAct(RecordReviewDecisionDocument, { done: t('governance.decided') });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { kind: 'ACCEPT' as const, text: '', creditId: null },
  });
  const kind = useWatch({ control: form.control, name: 'kind' }) as string;
  const options = useCredits(review, pack, kind === 'CREDIT');
  return (
    <FormPage
      form={form}
      submit={t('governance.decide')}
      onSubmit={async ({ creditId, ...input }) => {
        await decide.mutateAsync({
          input: { reviewId: review.id, ...input, creditId: input.kind === 'CREDIT' ? creditId : null },
        });
        form.reset();
      }}
    >
      <FieldRow>
        <SelectField
          name="kind"
          label={t('governance.decisionKind')}
          options={ReviewDecisionKindCodes.map((value) => ({ value, label: t(`governance.decision.${value}`) }))}
          required
        />
        {kind === 'CREDIT' && (
          <SelectField name="creditId" label={t('governance.creditOf')} options={options} clearable />
        )}
      </FieldRow>
      <TextField name="text" label={t('governance.decisionText')} rows={2} required />
    </FormPage>
  );
}

/** The credits of the breaches in the pack. */
function useCredits({ provider }: ReviewOnPage, { breaches }: PackFragment, wanted: boolean) {
  const asked = useQuery({ ...query(BreachesDocument, { providerId: provider.id, first: 100 }), enabled: wanted });
  const inPack = new Set(breaches.map(({ breachId }) => breachId));
  return (asked.data?.breaches.edges ?? []).flatMap(({ node: { id, credit, result } }) =>
    credit && inPack.has(id)
      ? [
          {
            value: credit.id,
            label: [
              `${result.commitment.service.name}: ${result.commitment.name}, ${formatPeriod(result.period)}`,
              ...(credit.amount ? [formatMoney(credit.amount)] : []),
            ].join(' · '),
          },
        ]
      : [],
  );
}
