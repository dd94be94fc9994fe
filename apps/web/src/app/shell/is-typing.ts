/** Check boxes and the like take no letters. */
const typed = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=dialog] *';

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches(typed);
}
