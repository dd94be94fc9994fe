/** A short confirmation in the corner; it is a status, so screen readers hear it too. */
export function notifyDone(message: string): void {
  void import('@mantine/notifications').then(({ notifications }) =>
    notifications.show({ message, color: 'teal', autoClose: 5000, withBorder: true }),
  );
}
