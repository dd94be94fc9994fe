/** The wall clock of a zone at an instant, as `datetime-local` fields take it: 2026-03-02T09:30. */
export function wallOf(instant: string, zone: string): string {
  return wall(Date.parse(instant), zone);
}

/**
 * The instant at which a zone's wall clock shows `time` (2026-03-02T09:30): in the repeated hour the first, in the gap of
 * spring the moment of the change.
 */
export function instantOfWall(time: string, zone: string): string {
  const asUtc = Date.parse(`${time}Z`);
  const [earlier, later] = [asUtc - offsetMs(asUtc - 86_400_000, zone), asUtc - offsetMs(asUtc + 86_400_000, zone)];
  const found = [earlier, later].filter((instant) => wall(instant, zone) === time);
  const instant = found.length > 0 ? Math.min(...found) : firstAfterGap(Math.min(earlier, later), zone);
  return new Date(instant).toISOString();
}

function wall(instant: number, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(instant).replace(' ', 'T');
}

function offsetMs(instant: number, zone: string): number {
  return Date.parse(`${wall(instant, zone)}Z`) - Math.floor(instant / 60_000) * 60_000;
}

/** Offsets change on whole quarters of an hour. */
function firstAfterGap(from: number, zone: string): number {
  const before = offsetMs(from, zone);
  let at = from - (from % 900_000);
  while (offsetMs(at, zone) === before) at += 900_000;
  return at;
}
