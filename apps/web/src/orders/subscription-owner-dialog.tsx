import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { needed, neededChoice } from '../app/field-rules';
import { useAct } from '../app/use-act';
import { ChangeSubscriptionOwnerDocument } from '../generated/graphql';
import { PersonField } from '../people/person-field';
import { FormDialog } from '../ui/form-dialog';
import { TextField } from '../ui/text-field';
import type { SubscriptionOnPage } from './subscription-page';

const schema = z.object({ ownerId: neededChoice, reason: needed });
type Props = { subscription: SubscriptionOnPage; onClose: () => void };

/** Who answers for a subscription from now on. */
export function SubscriptionOwnerDialog({ subscription: { id, version, service }, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { ownerId: '', reason: '' } });
  const change = useAct(ChangeSubscriptionOwnerDocument, {
    done: t('orders.subscription.ownerChanged'),
    onDone: onClose,
  });
  return (
    <FormDialog
      title={t('orders.subscription.changeOwnerTitle', { name: service.name })}
      form={form}
      submit={t('orders.subscription.changeOwner')}
      onSubmit={(values) => change.mutateAsync({ id, version, ...values })}
      onClose={onClose}
    >
      <PersonField
        name="ownerId"
        label={t('orders.subscription.newOwner')}
        description={t('orders.subscription.ownerHint')}
        required
      />
      <TextField name="reason" label={t('orders.subscription.ownerReason')} rows={2} required />
    </FormDialog>
  );
}
