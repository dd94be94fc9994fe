import classes from './stages.module.css';

type Stage = { id: string; label: string };

/** The steps of a thing's life in order, and at which it is; told by words and signs, not by colour alone. */
export function Stages({ label, stages, current }: { label: string; stages: readonly Stage[]; current: string }) {
  const at = stages.findIndex(({ id }) => id === current);
  return (
    <ol className={classes.stages} aria-label={label}>
      {stages.map(({ id, label: name }, index) => (
        <li key={id} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
          <span aria-hidden className={classes.sign}>
            {index < at ? '✓' : index + 1}
          </span>
          {name}
        </li>
      ))}
    </ol>
  );
}
