import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormPage } from './form-page';
import { TypedDialog } from './typed-dialog';

type Props<Values extends FieldValues, Output> = {
  title: string;
  form: UseFormReturn<Values, unknown, Output>;
  submit: string;
  onSubmit: (values: Output) => Promise<unknown>;
  onClose: () => void;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/** A short form over the page. It closes when the act is done; refusals keep it open, beside their fields. */
export function FormDialog<Values extends FieldValues, Output>(props: Props<Values, Output>) {
  const { title, form, submit, onSubmit, onClose, size, children } = props;
  const { t } = useTranslation();
  return (
    <TypedDialog isDirty={form.formState.isDirty} onClose={onClose} title={title} size={size}>
      <FormPage
        form={form}
        submit={submit}
        onSubmit={onSubmit}
        cancel={
          <Button variant="default" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        }
      >
        {children}
      </FormPage>
    </TypedDialog>
  );
}
