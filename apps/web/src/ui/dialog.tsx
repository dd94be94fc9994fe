import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFirstField } from './use-first-field';
import classes from './dialog.module.css';

type Props = {
  opened: boolean;
  title: string;
  /** Omitted where the only way out is the act in it. */
  onClose?: () => void;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  children: ReactNode;
};

/** Something to read or decide before going on. Focus stays within, Escape closes, focus goes back to where it was. */
export function Dialog({ opened, title, onClose, size = 'md', children }: Props) {
  const { t } = useTranslation();
  const fields = useFirstField();
  useFocusBack(opened);
  return (
    <Modal.Root opened={opened} onClose={onClose ?? (() => undefined)} size={size} centered>
      <Modal.Overlay />
      <Modal.Content radius="lg">
        {/* A div: Mantine's own header would be a second banner on the page. */}
        <div className={classes.head}>
          <Modal.Title component="h2" className={classes.title}>
            {title}
          </Modal.Title>
          {onClose && <Modal.CloseButton aria-label={t('ui.close')} />}
        </div>
        <Modal.Body ref={fields}>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Mantine gives the focus back when a dialog closes, but not when it is taken away while it is open. */
function useFocusBack(opened: boolean): void {
  const [before] = useState(() => (opened ? document.activeElement : null));
  useEffect(
    () => () => {
      // Later, when the dialog has let go of the focus; who moved it on meanwhile keeps it.
      setTimeout(() => {
        if (before instanceof HTMLElement && document.activeElement === document.body)
          before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}
