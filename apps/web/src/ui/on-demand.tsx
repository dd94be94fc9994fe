import { lazy, Suspense, type ComponentType } from 'react';

/** A part that is loaded when it is first shown: dialogs and their forms are not in a page's first load. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const Part = lazy(async () => ({ default: await load() }));
  return function OnDemand(props: Props) {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    );
  };
}
