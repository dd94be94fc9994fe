import classes from './bullet-bar.module.css';

type Props = {
  /** The whole in words: "99.43 % of at least 99.5 %". */
  label: string;
  value: number;
  target: number;
  /** The ends of the scale; for availability begin near the target, or nothing is seen. */
  min: number;
  max: number;
  /** Two borders between the three bands, from worst to best. */
  bands?: [number, number];
  missed?: boolean;
};

/** A value against its target on one line: bar, tick and three quiet bands. */
export function BulletBar({ label, value, target, min, max, bands, missed }: Props) {
  const at = (point: number) => `${Math.min(100, Math.max(0, ((point - min) / (max - min || 1)) * 100))}%`;
  const [low, middle] = bands ?? [min + (max - min) / 3, min + ((max - min) * 2) / 3];
  return (
    <div className={classes.bullet} role="img" aria-label={label} title={label}>
      <span className={classes.band} style={{ width: '100%' }} />
      <span className={classes.band} style={{ width: at(middle) }} />
      <span className={classes.band} style={{ width: at(low) }} />
      <span className={classes.bar} data-missed={missed || undefined} style={{ width: at(value) }} />
      <span className={classes.target} style={{ insetInlineStart: at(target) }} />
    </div>
  );
}
