import { Button, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from './format-number';
import classes from './file-picker.module.css';

type Props = {
  label: string;
  hint: string;
  accept?: string;
  file: File | null;
  onPick: (file: File) => void;
  disabled?: boolean;
};

/** A file by dropping it or by a button; both are there, because not everybody can drag (WCAG 2.5.7). */
export function FilePicker({ label, hint, accept, file, onPick, disabled }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped && !disabled) onPick(dropped);
  };
  return (
    <div
      className={classes.picker}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={26} stroke={1.5} aria-hidden />
      <Text fw={600}>{file ? file.name : label}</Text>
      <Text size="sm" className="quiet">
        {file ? formatBytes(file.size) : hint}
      </Text>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const [picked] = event.currentTarget.files ?? [];
          if (picked) onPick(picked);
          event.currentTarget.value = '';
        }}
      />
      <Button variant="default" size="xs" disabled={disabled} onClick={() => input.current?.click()}>
        {file ? t('ui.file.other') : t('ui.file.choose')}
      </Button>
    </div>
  );
}
