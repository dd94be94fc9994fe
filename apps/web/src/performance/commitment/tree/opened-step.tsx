import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './tree.module.css';

/** A step that opens to what it was made of; that is asked for when it is opened. */
export function OpenedStep({ words = 'madeOf', children }: { words?: 'madeOf' | 'corrected'; children: ReactNode }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <details className={classes.step} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t(`performance.tree.${words}`)}</summary>
      {opened && children}
    </details>
  );
}
