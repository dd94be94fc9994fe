let wanted = false;

/** After navigation the new page's heading takes focus, as a new document would; its PageHeader asks once it is there. */
export function wantTitleFocus(): void {
  wanted = true;
}

export function takeTitleFocus(): boolean {
  const take = wanted;
  wanted = false;
  return take;
}
