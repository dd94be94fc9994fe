import classes from './stages.module.css';

type Stage = { id: string; label: string };

type Props = { label: string; stages: readonly Stage[]; current: string; over?: boolean };

/**
 * The steps of a thing's life in order, and at which it is; told by words and signs, not by colour alone.
 *
 * @param over Nothing is left to do at the step at which it is.
 */
export function Stages({ label, stages, current, over = false }: Props) {
  const at = stages.findIndex(({ id }) => id === current);
  return (
    <ol className={classes.stages} aria-label={label}>
      {stages.map(({ id, label: name }, index) => (
        <li key={id} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span aria-hidden className={classes.sign}>
            {index < at || (over && index === at) ? '✓' : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
