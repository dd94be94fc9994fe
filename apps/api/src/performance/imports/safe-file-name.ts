/** What a person may be shown of a sent file's name: no folders, no control characters, at most 200 characters. */
export function safeFileName(sent: string): string {
  const name = sent
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return name.slice(0, 200) || 'file';
}
