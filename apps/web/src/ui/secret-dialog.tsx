import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';

type Props = { title: string; words: string; secret: string; done: string; onDone: () => void };

/** A secret that is shown once; nothing but saying so closes it. */
export function SecretDialog({ title, words, secret, done, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog opened title={title} size="lg">
      <Stack>
        <Text>{words}</Text>
        <Code block fz="md" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {secret}
        </Code>
        <Group gap="xs">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('ui.copied') : t('ui.copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onDone}>{done}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
