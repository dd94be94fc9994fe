import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

type Props = AnchorProps & Omit<ComponentPropsWithRef<'a'>, keyof AnchorProps>;

/** A link to another screen that looks like one; its address is typed. Inside a sentence give it `underline="always"`. */
export const TextLink = createLink((props: Props) => <Anchor {...props} />);
