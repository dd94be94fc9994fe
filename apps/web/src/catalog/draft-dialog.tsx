import type { ServiceDefinition } from '@accord/domain';
import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../ui/form-dialog';

/** What every dialog over a draft is given. */
export type DraftDialogProps = {
  definition: ServiceDefinition;
  /** Keeps the draft as a whole. */
  save: (definition: ServiceDefinition) => Promise<unknown>;
  onClose: () => void;
};
type Props<Values extends FieldValues, Output> = DraftDialogProps & {
  title: string;
  form: UseFormReturn<Values, unknown, Output>;
  /** What the values change of the draft. @throws {Refused} At the field. */
  change: (values: Output) => Partial<ServiceDefinition>;
  size?: 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/** One part of a draft in a dialog: kept in the draft as a whole, then it closes. */
export function DraftDialog<Values extends FieldValues, Output>(props: Props<Values, Output>) {
  const { t } = useTranslation();
  const { definition, save, change, children, ...dialog } = props;
  return (
    <FormDialog
      {...dialog}
      submit={t('catalog.offer.keep')}
      onSubmit={async (values) => {
        await save({ ...definition, ...change(values) });
        dialog.onClose();
      }}
    >
      {children}
    </FormDialog>
  );
}
