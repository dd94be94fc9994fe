import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from './confirm-dialog';
import { Dialog } from './dialog';
import { FormPage } from './form-page';

type Props<Values extends FieldValues, Output> = {
  title: string;
  form: UseFormReturn<Values, unknown, Output>;
  submit: string;
  onSubmit: (values: Output) => Promise<unknown>;
  onClose: () => void;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/**
 * A short form over the page. It closes when the act is done; refusals keep it open, beside their fields. What was typed
 * into it is not lost by a key or a click beside it: they ask first.
 */
export function FormDialog<Values extends FieldValues, Output>(props: Props<Values, Output>) {
  const { title, form, submit, onSubmit, onClose, size, children } = props;
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  const { isDirty } = form.formState;
  return (
    <Dialog opened onClose={isDirty ? () => setLeaving(true) : onClose} title={title} size={size}>
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
      <ConfirmDialog
        opened={leaving}
        onClose={() => setLeaving(false)}
        title={t('ui.leave.title')}
        confirm={t('ui.leave.confirm')}
        danger
        onConfirm={async () => onClose()}
      >
        {t('ui.leave.words')}
      </ConfirmDialog>
    </Dialog>
  );
}
