import { zodResolver } from '@hookform/resolvers/zod';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { day, needed, optionalText } from '../../app/field-rules';
import { query } from '../../app/query';
import { useAct } from '../../app/use-act';
import {
  ProposeRetirementDocument,
  RetirableServiceDocument,
  type RetirableServiceQuery,
} from '../../generated/graphql';
import { DateField } from '../../ui/date-field';
import { FieldRow } from '../../ui/field-row';
import { FormDialog } from '../../ui/form-dialog';
import { RowsField } from '../../ui/rows-field';
import { TextField } from '../../ui/text-field';
import { definitionOf } from '../offer-definition';
import { NeededBy } from './needed-by';
import { PlanSearchField } from './plan-search-field';
import './words';

const schema = z.object({
  closesOn: z.iso.date().nullable(),
  endsOn: day,
  reason: needed,
  shortNoticeReason: optionalText,
  paths: z.array(
    z.object({
      planId: z.string(),
      successorId: z.string().nullable(),
      answers: z.array(z.object({ from: needed, to: needed })),
    }),
  ),
});

type Props = {
  service: { slug: string; name: string };
  /** Slug of one plan; null = the whole service. */
  plan: string | null;
  onClose: () => void;
};

/** When it ends, what takes its place, and why: put before a second person. */
export function RetireDialog({ service, plan, onClose }: Props) {
  const asked = useQuery(query(RetirableServiceDocument, { slug: service.slug }));
  if (!asked.data?.service) return null;
  return <Body name={service.name} plan={plan} service={asked.data.service} onClose={onClose} />;
}

type Retirable = NonNullable<RetirableServiceQuery['service']>;

function Body({
  name,
  plan,
  service,
  onClose,
}: {
  name: string;
  plan: string | null;
  service: Retirable;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const propose = useAct(ProposeRetirementDocument, { done: t('retirement.proposed') });
  const going = service.plans.filter((one) => !one.endedAt && (plan === null ? !one.retiring : one.slug === plan));
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: {
      closesOn: null as string | null,
      endsOn: '',
      reason: '',
      shortNoticeReason: null as string | null,
      paths: going.map(({ id }) => ({
        planId: id,
        successorId: null as string | null,
        answers: [] as { from: string; to: string }[],
      })),
    },
  });
  const planId = plan === null ? null : going[0]?.id;
  const what = planId ? t('retirement.of', { service: name, plan: going[0]!.name }) : name;
  const offer = service.liveVersion && definitionOf(service.liveVersion);
  const notice = offer?.notice.days ?? 0;
  const bundles = [...new Set(going.flatMap((one) => one.bundles.map((bundle) => bundle.name)))];
  const asks = Boolean(offer?.form);
  const submit = async (values: z.output<typeof schema>) => {
    const { proposeRetirement } = await propose.mutateAsync({ input: { serviceId: service.id, planId, ...values } });
    await navigate({ to: '/manage/retirements/$id', params: { id: proposeRetirement.retirement!.id } });
  };
  return (
    <FormDialog
      title={t('retirement.dialog', { name: what })}
      form={form}
      submit={t('retirement.propose')}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      <p className="quiet">{t('retirement.words')}</p>
      {planId === null && <NeededBy names={service.neededBy} />}
      {bundles.length > 0 && <p>{t('retirement.bundles', { names: bundles.join(', ') })}</p>}
      <FieldRow>
        <DateField name="closesOn" label={t('retirement.closesOn')} description={t('retirement.closesHint')} />
        <DateField
          name="endsOn"
          label={t('retirement.endsOn')}
          description={t('retirement.endsHint', { count: notice })}
          required
        />
      </FieldRow>
      <TextField
        name="reason"
        label={t('retirement.reason')}
        description={t('retirement.reasonHint')}
        rows={2}
        required
      />
      <TextField
        name="shortNoticeReason"
        label={t('retirement.shortNotice')}
        description={t('retirement.shortNoticeHint')}
      />
      {going.map((one, place) => (
        <Stack key={one.id} gap="sm">
          <PlanSearchField
            name={`paths.${place}.successorId`}
            label={t('retirement.successor', { name: one.name })}
            description={t('retirement.successorHint')}
            without={going.map(({ id }) => id)}
          />
          {asks && (
            <RowsField
              name={`paths.${place}.answers`}
              label={t('retirement.answers')}
              description={t('retirement.answersHint')}
              add={t('retirement.addAnswer')}
              remove={(row) => t('retirement.removeAnswer', { place: row })}
              newRow={() => ({ from: '', to: '' })}
            >
              {(path) => (
                <FieldRow>
                  <TextField name={`${path}.from`} label={t('retirement.from')} required />
                  <TextField name={`${path}.to`} label={t('retirement.to')} required />
                </FieldRow>
              )}
            </RowsField>
          )}
        </Stack>
      ))}
    </FormDialog>
  );
}
