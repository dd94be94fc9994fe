import { Link } from '@tanstack/react-router';
import classes from './palette.module.css';
import type { Target } from './palette-places';

type Props = { id: string; target: Target; chosen: boolean; onPoint: () => void; onGo: () => void };

/** One that the palette found: a link, so that it opens in another window too, or something to do. */
export function PaletteOption({ id, target: { label, note, link }, chosen, onPoint, onGo }: Props) {
  const shared = {
    id,
    role: 'option',
    tabIndex: -1,
    'aria-selected': chosen,
    className: classes.option,
    onPointerMove: onPoint,
    onClick: onGo,
  } as const;
  const words = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={classes.note}>{note}</span>
    </>
  );
  if (!link)
    return (
      <div {...shared} data-act>
        {words}
      </div>
    );
  return (
    <Link {...(link as { to: '/home' })} {...shared}>
      {words}
    </Link>
  );
}
