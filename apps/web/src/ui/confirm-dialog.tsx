import { useState } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog-body';
import { onDemand } from './on-demand';

const Body = onDemand(() => import('./confirm-dialog-body').then((module) => module.ConfirmDialogBody));

/** Asks before an act that others will see. Loaded when first opened, and kept then, so that it can close. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [wanted, setWanted] = useState(props.opened);
  if (props.opened && !wanted) setWanted(true);
  return wanted ? <Body {...props} /> : null;
}
