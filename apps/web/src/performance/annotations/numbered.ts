import type { AnnotationFragment } from '../../generated/graphql';

/** An annotation that stands, with the number of its pin. */
export type NumberedAnnotation = AnnotationFragment & { number: number };

/** Those that stand, numbered in order of time: the same number on the chart and in the list. */
export function numbered(annotations: readonly AnnotationFragment[]): NumberedAnnotation[] {
  return annotations.filter(({ endedAt }) => !endedAt).map((annotation, i) => ({ ...annotation, number: i + 1 }));
}
