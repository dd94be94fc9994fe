/** Where to go after signing in: a path of this application and nothing else, so that no link can lead outside. */
export function safeReturn(address: string | undefined): string {
  if (!address?.startsWith('/') || /^\/[/\\]/.test(address) || address.startsWith('/signin')) return '/';
  return address;
}
