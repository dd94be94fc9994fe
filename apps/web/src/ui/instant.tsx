import { formatInstant, type InstantStyle } from './format-instant';

/** When something happened. With `zone` at the wall of the commitment, else at the reader's; the exact UTC is in the title. */
export function Instant({ at, zone, style = 'dateTime' }: { at: string; zone?: string; style?: InstantStyle }) {
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
