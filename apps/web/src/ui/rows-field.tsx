import { ActionIcon, Button, Fieldset, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { fieldId } from './use-field';
import classes from './rows-field.module.css';

type Props = {
  /** The path of the list in the form's values. */
  name: string;
  label: string;
  description?: ReactNode;
  add: string;
  /** What the button that takes a row away is called, by its place counted from 1. */
  remove: (place: number) => string;
  /** What the buttons that change the order are called, where it can be changed; by the place counted from 1. */
  move?: { up: (place: number) => string; down: (place: number) => string };
  newRow: () => object;
  /** What stands there without rows. */
  empty?: ReactNode;
  children: (path: string, place: number) => ReactNode;
};

/** A list of equal parts of a form: prices, tiers, hours. What is wrong with the list as a whole stands below it. */
export function RowsField({ name, label, description, add, remove, move, newRow, empty, children }: Props) {
  const { fields, append, remove: drop, swap } = useFieldArray({ name });
  const { getFieldState, formState } = useFormContext();
  const list = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  // A new row is there to be filled: focus goes to its first field.
  useEffect(() => {
    if (added.current) list.current?.lastElementChild?.querySelector('input')?.focus();
    added.current = false;
  }, [fields.length]);
  const { error } = getFieldState(name, formState);
  const message = error?.message ?? (error as { root?: { message?: string } } | undefined)?.root?.message;
  return (
    <Fieldset
      legend={label}
      variant="unstyled"
      id={fieldId(name)}
      tabIndex={-1}
      classNames={{ legend: classes.legend }}
    >
      {description && (
        <Text size="xs" className="quiet" mb={6}>
          {description}
        </Text>
      )}
      {fields.length === 0 && empty && (
        <Text size="sm" className="quiet" mb="xs">
          {empty}
        </Text>
      )}
      <div className={classes.rows} ref={list}>
        {fields.map((row, place) => (
          <div key={row.id} className={classes.row}>
            <div className={classes.fields}>{children(`${name}.${place}`, place)}</div>
            <div className={classes.acts}>
              {move && place > 0 && (
                <Act label={move.up(place + 1)} icon={IconArrowUp} onClick={() => swap(place, place - 1)} />
              )}
              {move && place < fields.length - 1 && (
                <Act label={move.down(place + 1)} icon={IconArrowDown} onClick={() => swap(place, place + 1)} />
              )}
              <Act label={remove(place + 1)} icon={IconTrash} onClick={() => drop(place)} />
            </div>
          </div>
        ))}
      </div>
      {message && (
        <Text size="xs" c="var(--mantine-color-error)" mt={6}>
          {message}
        </Text>
      )}
      <Button
        variant="default"
        size="xs"
        mt="xs"
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() => {
          added.current = true;
          append(newRow());
        }}
      >
        {add}
      </Button>
    </Fieldset>
  );
}

function Act({ label, icon: Icon, onClick }: { label: string; icon: typeof IconTrash; onClick: () => void }) {
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}>
      <Icon size={17} stroke={1.6} />
    </ActionIcon>
  );
}
