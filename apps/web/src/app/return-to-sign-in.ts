/** A session that ended leads to the sign-in page and back; drafts on the page are kept in its own storage. */
export function returnToSignIn(): void {
  const { pathname, search } = window.location;
  if (pathname === '/signin') return;
  window.location.assign(`/signin?return=${encodeURIComponent(pathname + search)}`);
}
