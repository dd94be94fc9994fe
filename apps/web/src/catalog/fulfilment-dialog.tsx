import { DomainError, parseFulfilmentTemplate, type ServiceDefinition } from '@accord/domain';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TeamsDocument } from '../generated/graphql';
import { FormDialog } from '../ui/form-dialog';
import { NumberField } from '../ui/number-field';
import { Refused } from '../ui/refused';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { newTask, templateOf, valuesOf, type FulfilmentValues } from './fulfilment-values';

type Props = {
  definition: ServiceDefinition;
  save: (definition: ServiceDefinition) => Promise<unknown>;
  onClose: () => void;
};

/** What is done to deliver the service: by whom, after what, and what takes it back. */
export function FulfilmentDialog({ definition, save, onClose }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(query(TeamsDocument, {}));
  const form = useForm<FulfilmentValues, unknown, FulfilmentValues>({
    defaultValues: valuesOf(definition.fulfilment),
  });
  const tasks = useWatch({ control: form.control, name: 'tasks' });
  const teams = (data?.teams ?? []).filter(({ endedAt }) => endedAt === null);
  const submit = async (values: FulfilmentValues) => {
    try {
      const fulfilment = parseFulfilmentTemplate(templateOf(values), []);
      await save({ ...definition, fulfilment });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new Refused([{ code: error.code, field: [...(error.field ?? [])], message: error.message }]);
    }
    onClose();
  };
  return (
    <FormDialog
      title={t('catalog.fulfilment.change')}
      form={form}
      submit={t('catalog.offer.keep')}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
    >
      <RowsField
        name="tasks"
        label={t('catalog.fulfilment.tasks')}
        description={t('catalog.fulfilment.hint')}
        add={t('catalog.fulfilment.add')}
        remove={(place) => t('catalog.fulfilment.remove', { place })}
        newRow={() => newTask(tasks)}
      >
        {(path, place) => (
          <>
            <TextField name={`${path}.name`} label={t('catalog.fulfilment.name')} required />
            <SelectField
              name={`${path}.team`}
              label={t('catalog.fulfilment.team')}
              options={[
                { value: '', label: t('catalog.fulfilment.serviceTeam') },
                ...teams.map(({ slug, name }) => ({ value: slug, label: name })),
              ]}
            />
            <SelectField
              name={`${path}.after`}
              label={t('catalog.fulfilment.after')}
              options={tasks
                .filter((_, other) => other !== place)
                .map(({ key, name }) => ({ value: key, label: name || key }))}
              multiple
            />
            <TextField
              name={`${path}.webhook`}
              label={t('catalog.fulfilment.webhook')}
              description={t('catalog.fulfilment.webhookHint')}
            />
            {tasks[place]?.webhook && (
              <NumberField
                name={`${path}.answerMinutes`}
                label={t('catalog.fulfilment.answerMinutes')}
                description={t('catalog.fulfilment.answerHint')}
                suffix={t('catalog.fulfilment.minutes')}
                min={1}
                max={43_200}
                whole
              />
            )}
            <TextField
              name={`${path}.undoName`}
              label={t('catalog.fulfilment.undo')}
              description={t('catalog.fulfilment.undoHint')}
            />
            {tasks[place]?.undoName && (
              <TextField name={`${path}.undoWebhook`} label={t('catalog.fulfilment.undoWebhook')} />
            )}
          </>
        )}
      </RowsField>
      <NumberField
        name="acceptanceDays"
        label={t('catalog.fulfilment.acceptanceDays')}
        description={t('catalog.fulfilment.acceptanceHint')}
        suffix={t('catalog.offer.days')}
        min={0}
        max={60}
        whole
      />
    </FormDialog>
  );
}
