/** Opens the menu that makes a file of what is on the screen; whether there is one. */
export function openExport(): boolean {
  const button = document.querySelector<HTMLElement>('main [data-exports]');
  button?.focus();
  button?.click();
  return button !== null;
}
