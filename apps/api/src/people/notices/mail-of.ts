import { noticeWords } from '@accord/domain';
import type { NoticeEntity } from './notice.entity.js';
import type { NoticeSubject } from './notice-subjects.js';

/** A notice with what it is about, which its reader may read. */
export interface ReadableNotice {
  notice: NoticeEntity;
  subject: NoticeSubject;
}

const LONGEST_SUBJECT = 120;

/** The mail of one notice or of a day's, as plain text and as simple HTML: sentences and links, nothing else. */
export function mailOf(notices: readonly ReadableNotice[], publicUrl: string, day: string | null) {
  const lines = notices.map(({ notice: { kind, facts }, subject: { path } }) => ({
    sentence: noticeWords(kind, facts),
    link: `${publicUrl}${path}`,
  }));
  const switches = `${publicUrl}/settings/notifications`;
  const subject = day
    ? `Accord: ${lines.length} ${lines.length === 1 ? 'notice' : 'notices'} of ${day}`
    : shortened(lines[0]!.sentence);
  const text = [
    ...lines.map(({ sentence, link }) => `${sentence}\n${link}\n`),
    `Choose what you are mailed: ${switches}`,
  ].join('\n');
  const html = [
    '<!doctype html><html lang="en"><body>',
    ...lines.map(
      ({ sentence, link }) => `<p>${escaped(sentence)}<br><a href="${escaped(link)}">${escaped(link)}</a></p>`,
    ),
    `<p><a href="${escaped(switches)}">Choose what you are mailed</a></p></body></html>`,
  ].join('\n');
  return { subject, text, html };
}

function shortened(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ');
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1)}…` : line;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
