import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ChangePullInput, PullOfSourceFragment } from '../../generated/graphql';
import { FormDialog } from '../../ui/form-dialog';
import { PullFields } from './pull-fields';
import { askedOf, authorizationOf, changeSchema, questionOf, type PullValues } from './pull-form';

type Props = {
  pull: PullOfSourceFragment;
  onSave: (input: ChangePullInput) => Promise<unknown>;
  onClose: () => void;
};

/** Asks elsewhere, for something else, or more often; whoever does takes it over. */
export function ChangePullDialog({ pull, onSave, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm<PullValues>({ resolver: zodResolver(changeSchema), defaultValues: questionOf(pull) });
  const send = (values: PullValues) =>
    onSave({
      address: values.address,
      asked: askedOf(values),
      everyMinutes: values.everyMinutes,
      authorization: authorizationOf(values, pull.authorization === values.authorization),
    });
  return (
    <FormDialog
      title={t('sources.changeLabel', { series: pull.series })}
      form={form}
      submit={t('sources.change')}
      onSubmit={send}
      onClose={onClose}
      size="lg"
    >
      <PullFields id={pull.id} kindStays />
    </FormDialog>
  );
}
