import type { ReactNode } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { FormPage } from '../ui/form-page';
import { Panel } from '../ui/panel';
import { useNarrow } from '../ui/use-narrow';
import classes from './orders.module.css';

type Props<Values extends FieldValues> = {
  form: UseFormReturn<Values, unknown, Values>;
  submit: string;
  /** What one would agree to is not on the screen yet. */
  waiting: boolean;
  onSubmit: (values: Values) => Promise<unknown>;
  cancel: ReactNode;
  /** What one commits to. */
  summary: ReactNode;
  /** Whether the draft is kept, in words. */
  saved: ReactNode;
  children: ReactNode;
};

/** An order in the making: its fields, and what one commits to beside them, or before the button where there is no room. */
export function OrderFrame<Values extends FieldValues>({ summary, saved, children, ...form }: Props<Values>) {
  const narrow = useNarrow();
  return (
    <div className={classes.form}>
      <Panel>
        <FormPage {...form}>
          {children}
          {narrow && summary}
          <p className={classes.saved} role="status">
            {saved}
          </p>
        </FormPage>
      </Panel>
      {!narrow && <div className={classes.sticky}>{summary}</div>}
    </div>
  );
}
