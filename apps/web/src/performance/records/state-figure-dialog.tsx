import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { decimal, optionalText } from '../../app/field-rules';
import { useAct } from '../../app/use-act';
import { StateProviderFigureDocument } from '../../generated/graphql';
import { FormDialog } from '../../ui/form-dialog';
import { NumberField } from '../../ui/number-field';
import { TextField } from '../../ui/text-field';

const schema = z.object({ figure: decimal, note: optionalText, incidentsText: optionalText });
const nothing = { figure: '', note: '' as string | null, incidentsText: '' as string | null };

/** What the provider measured of the period: the figure, and if it tells them its incidents. */
export function StateFigureDialog({ resultId, onClose }: { resultId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const act = useAct(StateProviderFigureDocument, { done: t('records.act.stateDone'), onDone: onClose });
  const form = useForm({ resolver: zodResolver(schema), defaultValues: nothing });
  return (
    <FormDialog
      title={t('records.act.state')}
      form={form}
      submit={t('records.act.state')}
      onSubmit={(values) => act.mutateAsync({ input: { resultId, ...values } })}
      onClose={onClose}
      size="lg"
    >
      <NumberField name="figure" label={t('records.field.figure')} suffix="%" exact required />
      <TextField name="note" label={t('records.field.note')} />
      <TextField
        name="incidentsText"
        label={t('records.field.incidents')}
        description={t('records.field.incidentsHint')}
        rows={6}
      />
    </FormDialog>
  );
}
