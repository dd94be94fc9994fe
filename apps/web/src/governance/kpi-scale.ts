/**
 * The ends and bands of a KPI's bullet: begins a little before what scores 0 (or what was measured) and ends a little
 * after what scores 100, so that the difference can be seen; in percent.
 */
export function kpiScale(
  actual: number,
  floor: number,
  target: number,
): { min: number; max: number; bands: [number, number] } {
  const [low, high] = [Math.min(floor, target), Math.max(floor, target)];
  const margin = (high - low) / 3;
  return {
    min: Math.max(0, Math.min(low, actual) - margin),
    max: Math.min(100, Math.max(high, actual) + margin),
    bands: [low, high],
  };
}
