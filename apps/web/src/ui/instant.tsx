import { formatInstant, type InstantStyle } from './format-instant';

/** When something happened. With `zone` at the wall of the commitment, else at the reader's; the exact UTC is in the title. A dash for never. */
export function Instant({ at, zone, style = 'dateTime' }: { at: string | null; zone?: string; style?: InstantStyle }) {
  if (at === null) return <span className="quiet">–</span>;
  return (
    <time
      dateTime={at}
      title={zone ? `${formatInstant(at, { zone, style: 'dateTimeSeconds' })} ${zone}` : at}
      className="figures"
    >
      {formatInstant(at, { zone, style })}
    </time>
  );
}
