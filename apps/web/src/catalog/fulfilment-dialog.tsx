import { parseFulfilmentTemplate } from '@accord/domain';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TeamsDocument } from '../generated/graphql';
import { NumberField } from '../ui/number-field';
import { RowsField } from '../ui/rows-field';
import { SelectField } from '../ui/select-field';
import { TextField } from '../ui/text-field';
import { DraftDialog, type DraftDialogProps } from './draft-dialog';
import { refusing } from './form-editor/form-faults';
import { newTask, templateOf, valuesOf, type FulfilmentValues } from './fulfilment-values';

/** What is done to deliver the service: by whom, after what, and what takes it back. */
export function FulfilmentDialog(props: DraftDialogProps) {
  const { t } = useTranslation();
  const { data } = useQuery(query(TeamsDocument, {}));
  const form = useForm<FulfilmentValues, unknown, FulfilmentValues>({
    defaultValues: valuesOf(props.definition.fulfilment),
  });
  const tasks = useWatch({ control: form.control, name: 'tasks' });
  const teams = (data?.teams ?? []).filter(({ endedAt }) => endedAt === null);
  const change = (values: FulfilmentValues) => ({
    fulfilment: refusing(
      () => parseFulfilmentTemplate(templateOf(values), []),
      (path) => [...path],
    ),
  });
  return (
    <DraftDialog {...props} title={t('catalog.fulfilment.change')} form={form} change={change} size="lg">
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
    </DraftDialog>
  );
}
