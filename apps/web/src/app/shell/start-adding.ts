/** Into the form that adds to what is on the screen; whether there is one. */
export function startAdding(): boolean {
  const field = document.querySelector<HTMLElement>('[data-adds] :is(input, textarea)');
  field?.scrollIntoView({ block: 'center' });
  field?.focus();
  return field !== null;
}
