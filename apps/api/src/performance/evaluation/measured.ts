import { type Indicator, measurementId } from '@accord/domain';
import type { Count, Interval, Probe, SketchedStretch } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import { storedSketch } from '../ledger/stored-sketch.js';
import { loadRuns, type Run, type RunsAsked } from '../rollups/load-runs.js';
import { unclearCounts, unclearProbes } from '../rollups/unclear.js';
import type { Judgeable } from './judgeable.js';

/** What sources measured on a service, in the words of libs/sla: sums and runs as long as they are clear enough. */
export interface Measured {
  readonly probes: Probe[];
  readonly counts: (Count & { readonly series: string })[];
  readonly values: (SketchedStretch & { readonly series: string; readonly unit: string })[];
}

/** By service, and by the zone whose days it is judged by. */
export type MeasuredOf = (commitment: Pick<Judgeable, 'serviceId' | 'timeZone'>) => Measured;

/**
 * @param since Since when probes are asked for, where that is before the range.
 * @param cuts By place: the instants at which sums of counts would have to be split.
 */
export async function loadMeasured(
  tx: EntityManager,
  commitments: readonly Judgeable[],
  range: Interval & { readonly since: number },
  cuts: ReadonlyMap<string, ReadonlySet<number>>,
): Promise<MeasuredOf> {
  const byPlace = new Map<string, Measured>();
  const at = (place: string): Measured => {
    let measured = byPlace.get(place);
    if (!measured) byPlace.set(place, (measured = { probes: [], counts: [], values: [] }));
    return measured;
  };
  const cutRuns = (runs: readonly Run[]) =>
    byPlaces(runs).flatMap((own) => unclearCounts(own, cuts.get(own[0]!.asked.place)!));
  const counted = await loadRuns(tx, 'counts', seriesCounted(commitments), range, cutRuns);
  for (const run of counted) at(run.asked.place).counts.push(countOf(run));
  const seen = await loadRuns(tx, 'values', seriesOfValues(commitments), range, cutRuns);
  for (const run of seen) at(run.asked.place).values.push(valuesOf(run));

  const holds = longestHolds(commitments);
  const probed = await loadRuns(tx, 'probes', seriesProbed(commitments), { from: range.since, to: range.to }, (runs) =>
    byPlaces(runs).flatMap((own) => unclearProbes(own, holds.get(own[0]!.asked.serviceId)!)),
  );
  for (const runs of byPlaces(probed))
    at(runs[0]!.asked.place).probes.push(...runs.flatMap(probesOf).sort((a, b) => a.at - b.at));
  return (commitment) => at(placeOf(commitment));
}

/** A service, and the zone whose days it is judged by. */
export const placeOf = ({ serviceId, timeZone }: Pick<Judgeable, 'serviceId' | 'timeZone'>): string =>
  `${serviceId} ${timeZone}`;

function countOf({ asked, seriesId, from, to, revision, good, total, measurements }: Run) {
  const ref = `count:${measurementId({ seriesId, at: from, revision })}`;
  return { ref, series: asked.name!, from, to, good: good!, total: total!, intervals: measurements };
}

function valuesOf({ asked, seriesId, from, to, revision, total, measurements, sketch }: Run) {
  const ref = `count:${measurementId({ seriesId, at: from, revision })}`;
  const told = { series: asked.name!, unit: asked.unit!, sketch: storedSketch(total!, sketch!) };
  return { ref, from, to, intervals: measurements, ...told };
}

/** The first probe of the run, which stands for all of it, and the last one, whose status holds until the next run. */
function probesOf({ seriesId, from, to, revision, up, measurements }: Run): Probe[] {
  const seen = { ref: `probe:${measurementId({ seriesId, at: from, revision })}`, status: up ? 'up' : 'down' } as const;
  return measurements === 1
    ? [{ ...seen, at: from }]
    : [
        { ...seen, at: from, until: to },
        { ...seen, at: to },
      ];
}

function seriesCounted(commitments: readonly Judgeable[]): RunsAsked[] {
  return asked(commitments, (indicator) => (indicator.kind === 'goodOfTotal' ? { name: indicator.series } : null));
}

function seriesOfValues(commitments: readonly Judgeable[]): RunsAsked[] {
  return asked(commitments, (indicator) =>
    indicator.kind === 'percentile' ? { name: indicator.series, unit: indicator.unit } : null,
  );
}

function seriesProbed(commitments: readonly Judgeable[]): RunsAsked[] {
  return asked(commitments, (indicator) => (isByProbes(indicator) ? { name: null } : null));
}

function asked(
  commitments: readonly Judgeable[],
  seriesOf: (indicator: Indicator) => { name: string | null; unit?: string } | null,
): RunsAsked[] {
  const all = new Map<string, RunsAsked>();
  for (const { serviceId, timeZone, terms } of commitments)
    for (const { indicator } of terms) {
      const series = seriesOf(indicator);
      if (!series) continue;
      const { name, unit = null } = series;
      const place = placeOf({ serviceId, timeZone });
      all.set(`${place} ${unit} ${name}`, { serviceId, timeZone, place, name, unit });
    }
  return [...all.values()];
}

const isByProbes = (indicator: Indicator) => indicator.kind === 'availability' && indicator.source === 'probes';

/** By service: the shortest of what its terms say of how long a status holds; null = all say until the next probe. */
function longestHolds(commitments: readonly Judgeable[]): Map<string, number | null> {
  const holds = new Map<string, number | null>();
  for (const { serviceId, terms } of commitments) {
    for (const { indicator } of terms) {
      if (indicator.kind !== 'availability') continue;
      const known = holds.get(serviceId) ?? null;
      const { longestHoldMs } = indicator;
      holds.set(
        serviceId,
        known === null || longestHoldMs === null ? (known ?? longestHoldMs) : Math.min(known, longestHoldMs),
      );
    }
  }
  return holds;
}

function byPlaces(runs: readonly Run[]): Run[][] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const group = groups.get(run.asked.place);
    if (group) group.push(run);
    else groups.set(run.asked.place, [run]);
  }
  return [...groups.values()];
}
