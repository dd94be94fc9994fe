import { Anchor } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from './use-field';
import classes from './error-summary.module.css';

export type FormProblem = { name: string; message: string };

/** Everything that is wrong, in the order of the fields, each a link to its field. Takes focus when it appears. */
export function ErrorSummary({ problems, attempt }: { problems: FormProblem[]; attempt: number }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;

  return (
    <div ref={box} role="alert" tabIndex={-1} className={classes.summary}>
      <strong>{t('ui.form.problems', { count: problems.length })}</strong>
      <ul>
        {problems.map(({ name, message }) => (
          <li key={name + message}>
            {name ? (
              <Anchor
                href={`#${fieldId(name)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(name))?.focus();
                }}
              >
                {message}
              </Anchor>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
