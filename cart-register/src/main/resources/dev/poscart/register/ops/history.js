// @ts-check
/**
 * The last hour. The page keeps it, so that it goes on when the service restarts under it.
 *
 * @typedef {import('./ops-types.js').Columns} Columns
 */

const HOUR = 3_600_000;
const GAP = 10_000;

/**
 * Adds samples that are younger than all that are known. Where the service was not heard for a
 * while, a row without values interrupts the lines.
 *
 * @param {Columns} known @param {Columns} samples @returns {Columns}
 */
export function merge(known, samples) {
  const times = known.at ?? [];
  const last = times.at(-1) ?? 0;
  const first = samples.at.findIndex((at) => (at ?? 0) > (last ?? 0));
  if (first < 0) return known;
  const hole = last && (samples.at[first] ?? 0) - last > GAP;
  const newest = samples.at.at(-1) ?? 0;
  const from = times.findIndex((at) => (at ?? 0) > newest - HOUR);
  const kept = from < 0 ? times.length : from;
  /** @type {Columns} */
  const merged = {};
  for (const name of Object.keys(samples)) {
    const old = known[name] ?? times.map(() => null);
    const between = hole ? [name === 'at' ? last + 2_000 : null] : [];
    merged[name] = [...old.slice(kept), ...between, ...samples[name].slice(first)];
  }
  return merged;
}

/**
 * Since when a figure has been as it is now: the time of the first of the latest samples that all
 * pass the test.
 *
 * @param {Columns} history @param {string} name @param {(value: number | null) => boolean} test
 * @returns {number | null} null unless the latest sample passes it
 */
export function since(history, name, test) {
  const values = history[name] ?? [];
  let first = values.length;
  while (first > 0 && test(values[first - 1])) first--;
  return first < values.length ? history.at[first] : null;
}

/**
 * The worst of each minute of the last hour, oldest first.
 *
 * @param {Columns} history @param {string} name a figure that is 1, or a time, while all is well
 * @param {(value: number | null) => boolean | null} isWell null: the figure does not tell
 * @returns {('well' | 'ill' | 'unknown')[]}
 */
export function minutes(history, name, isWell) {
  const times = history.at ?? [];
  const end = times.at(-1) ?? 0;
  /** @type {('well' | 'ill' | 'unknown')[]} */
  const cells = Array(60).fill('unknown');
  times.forEach((at, i) => {
    const minute = 59 - Math.floor((end - (at ?? 0)) / 60_000);
    // Rows without any value tell that the service was not heard.
    const heard = history.threads?.[i] != null;
    const well = heard ? isWell(history[name][i]) : null;
    if (minute < 0 || well === null) return;
    if (!well) cells[minute] = 'ill';
    else if (cells[minute] === 'unknown') cells[minute] = 'well';
  });
  return cells;
}

/** The highest value of a figure. @param {Columns} history @param {string} name */
export const highest = (history, name) =>
  (history[name] ?? []).reduce((/** @type {number} */ most, value) => Math.max(most, value ?? 0), 0);
