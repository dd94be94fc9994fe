import { Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { PaletteOption } from './palette-option';
import classes from './palette.module.css';
import type { Target } from './palette-places';
import { useTargets } from './use-targets';

/** Goes anywhere by its name, and does what the screen offers: screens, acts, orders, services, bundles, providers. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const { groups, underWay } = useTargets(typed.trim());
  const targets = groups.flatMap((group) => group.targets);
  const chosen = targets[Math.min(place, targets.length - 1)];
  const optionId = ({ key }: Target) => `${id}-${key}`;

  const go = ({ link, act }: Target) => {
    onClose();
    if (link) void navigate(link as never);
    // Once the palette is gone, and has given focus back.
    else window.setTimeout(() => act?.());
  };
  const move = (to: number) => {
    const next = (to + targets.length) % targets.length;
    setPlace(next);
    document.getElementById(optionId(targets[next]!))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends the writing of a character in another script chooses nothing.
    if (!chosen || event.nativeEvent.isComposing) return;
    const at = targets.indexOf(chosen);
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Enter') go(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog opened onClose={onClose} title={t('app.palette.title')} size="lg">
      <TextInput
        data-autofocus
        size="md"
        role="combobox"
        aria-label={t('app.palette.label')}
        aria-expanded={targets.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && optionId(chosen)}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        placeholder={t('app.palette.hint')}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t('app.palette.title')} className={classes.list}>
        {groups.map(({ key, targets: some }) => (
          <div key={key} role="group" aria-label={t(`app.palette.group.${key}`)}>
            <div className={classes.group} aria-hidden>
              {t(`app.palette.group.${key}`)}
            </div>
            {some.map((target) => (
              <PaletteOption
                key={target.key}
                id={optionId(target)}
                target={target}
                chosen={target === chosen}
                onPoint={() => setPlace(targets.indexOf(target))}
                onGo={() => (target.link ? onClose() : go(target))}
              />
            ))}
          </div>
        ))}
      </div>
      <p className={classes.foot}>
        <span role="status">
          {underWay ? t('app.palette.underWay') : t('app.palette.count', { count: targets.length })}
        </span>
        <span aria-hidden className={classes.keys}>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> <Kbd size="xs">Enter</Kbd>
        </span>
      </p>
    </Dialog>
  );
}
