/** What narrows the list of a page, best first; the search of the whole product where nothing does. */
const FILTERS = [
  'input[data-filter]',
  'main [data-filters] :is(input, select, [role="tab"][aria-selected="true"])',
  'input[data-header-search]',
];

/** Into what narrows what is on the screen. */
export function startFiltering(): void {
  const [box] = FILTERS.flatMap((filter) => document.querySelector<HTMLElement>(filter) ?? []);
  box?.focus();
}
