import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormPage } from './form-page';
import { Panel } from './panel';
import { useKeptDraft } from './use-kept-draft';

type Props<Input extends FieldValues, Output> = {
  title: string;
  description: string;
  form: UseFormReturn<Input, unknown, Output>;
  /** Under which the draft is kept until it is sent or left. */
  draftKey: string;
  submit: string;
  onSubmit: (values: Output) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
};

/** A new version to be proposed, where the versions before it stand. */
export function VersionForm<Input extends FieldValues, Output>(props: Props<Input, Output>) {
  const { t } = useTranslation();
  const { title, description, form, draftKey, submit, onSubmit, onClose, children } = props;
  const draft = useKeptDraft(form, draftKey);
  const close = () => {
    draft.forget();
    onClose();
  };
  return (
    <Panel title={title} description={description}>
      <FormPage
        form={form}
        submit={submit}
        onSubmit={async (values) => {
          await onSubmit(values);
          close();
        }}
        cancel={
          <Button variant="default" onClick={close}>
            {t('ui.cancel')}
          </Button>
        }
      >
        {children}
      </FormPage>
    </Panel>
  );
}
