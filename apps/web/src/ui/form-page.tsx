import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FormProvider, type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from './error-panel';
import { ErrorSummary } from './error-summary';
import { formProblems } from './form-problems';
import { Refused } from './refused';
import { fieldId } from './use-field';
import classes from './form-page.module.css';

type Props<Values extends FieldValues, Output> = {
  form: UseFormReturn<Values, unknown, Output>;
  /** Usually `(values) => act.mutateAsync({ input: values })`; what it throws is shown here. */
  onSubmit: (values: Output) => Promise<unknown>;
  submit: string;
  /** What one would agree to is not on the screen yet. */
  waiting?: boolean;
  /** Why it cannot be sent as it is, in a sentence. */
  blocked?: string | null;
  cancel?: ReactNode;
  children: ReactNode;
};

/** A form: its fields, what is wrong with them (found here or refused by a rule), and its one main act. */
export function FormPage<Values extends FieldValues, Output>({
  form,
  onSubmit,
  submit,
  waiting = false,
  blocked = null,
  cancel,
  children,
}: Props<Values, Output>) {
  const { t, i18n } = useTranslation();
  const [attempt, setAttempt] = useState(0);
  const [fault, setFault] = useState<Error | null>(null);
  const { errors, isSubmitting } = form.formState;
  const problems = formProblems(errors, positionOnPage).map(({ name, message }) => ({
    name: document.getElementById(fieldId(name)) ? name : '',
    message: named(name, i18n.exists(message) ? t(message as 'ui.form.required') : message),
  }));

  const send = async (values: Output) => {
    setFault(null);
    try {
      await onSubmit(values);
    } catch (error) {
      if (error instanceof Refused) placeRefusals(form, error);
      else setFault(error as Error);
      setAttempt((count) => count + 1);
    }
  };

  return (
    <FormProvider {...form}>
      <form
        noValidate
        onSubmit={(event) => {
          // A dialog opened from within another form stands inside that one for React: its submit must stay its own.
          event.stopPropagation();
          void form.handleSubmit(send, () => setAttempt((count) => count + 1))(event);
        }}
      >
        <Stack gap="md" className={classes.fields}>
          <ErrorSummary problems={problems} attempt={attempt} />
          {fault && <ErrorPanel error={fault} />}
          {children}
          <Group gap="xs">
            <Button type="submit" loading={isSubmitting} disabled={waiting || blocked !== null}>
              {submit}
            </Button>
            {cancel}
          </Group>
          {blocked && (
            <Text size="sm" className="quiet">
              {blocked}
            </Text>
          )}
        </Stack>
      </form>
    </FormProvider>
  );
}

/** Each refusal goes to its field; what names none, or one not on this page, to the whole. */
function placeRefusals<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  { refusals }: Refused,
) {
  for (const { field, code, message } of refusals) {
    const name = field.join('.');
    const onPage = name !== '' && document.getElementById(fieldId(name)) !== null;
    form.setError(onPage ? (name as FieldPath<Values>) : `root.${code}`, { type: code, message });
  }
}

/** "This is needed." alone does not say what is. */
function named(name: string, message: string): string {
  const id = fieldId(name);
  // A group of choices has a label that is none of a single input.
  const named = document.querySelector(`label[for="${id}"]`) ?? document.getElementById(`${id}-label`);
  const label = named?.firstChild?.textContent;
  if (!label) return message;
  return label.endsWith('?') ? `${label} ${message}` : `${label}: ${message}`;
}

function positionOnPage(name: string): number {
  return [...document.querySelectorAll('[id^="field-"]')].findIndex(({ id }) => id === fieldId(name));
}
