import { i18next } from '../i18n/i18n';

/** A short confirmation in the corner; it is a status, so screen readers hear it too. */
export function notifyDone(message: string): void {
  void import('@mantine/notifications').then(({ notifications }) =>
    notifications.show({
      message,
      color: 'teal',
      autoClose: 5000,
      withBorder: true,
      closeButtonProps: { 'aria-label': i18next.t('ui.close') },
    }),
  );
}
