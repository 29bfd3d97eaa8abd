// @ts-check
/**
 * The plots of the last hour. uPlot draws them on canvases in elements that the view leaves empty;
 * it sets its styles through the CSSOM, which the content security policy allows.
 */
import uPlot from './uPlot.esm.js';
import { clock, count, megabytes, millis, rate } from './format.js';

/**
 * @typedef {{name: string, lines: {series: string, color: string}[],
 *   text: (value: number | null | undefined) => string}} Plot
 */

/** @type {Plot[]} */
export const PLOTS = [
  { name: 'requests', text: rate, lines: [line('requests', '--plot-accent'), line('failed_requests', '--plot-stop')] },
  { name: 'requestTimes', text: millis, lines: [line('request_p50_ms', '--plot-accent'), line('request_p99_ms', '--plot-attention')] },
  { name: 'lookups', text: rate, lines: [line('lookups', '--plot-accent'), line('cache_hits', '--plot-change'), line('cache_misses', '--plot-attention')] },
  { name: 'lookupTimes', text: millis, lines: [line('lookup_p50_ms', '--plot-accent'), line('lookup_p99_ms', '--plot-attention')] },
  { name: 'database', text: millis, lines: [line('database_ms', '--plot-accent')] },
  { name: 'carts', text: count, lines: [line('open_carts', '--plot-accent'), line('parked_carts', '--plot-attention')] },
  { name: 'events', text: count, lines: [line('events_waiting', '--plot-accent'), line('events_parked', '--plot-stop')] },
  { name: 'process', text: megabytes, lines: [line('heap_bytes', '--plot-accent')] },
];

const HEIGHT = 160;
const LEAST_WIDTH = 240;
const LEAST_SPAN = 300;
const HOUR = 3_600;

/** @param {string} series @param {string} color */
function line(series, color) {
  return { series, color };
}

/** Draws into the elements with `data-plot` below a root. @param {HTMLElement} root */
export function createPlots(root) {
  /** @type {Map<string, uPlot>} */
  const drawn = new Map();

  /** @param {import('./texts.js').Translate} t @param {import('./ops-types.js').Columns} history */
  function draw(t, history) {
    for (const plot of PLOTS) {
      const place = root.querySelector(`[data-plot="${plot.name}"]`);
      if (!(place instanceof HTMLElement)) continue;
      const data = dataOf(plot, history);
      const known = drawn.get(plot.name);
      if (known && known.root.parentElement === place) known.setData(data);
      else drawn.set(plot.name, new uPlot(options(plot, t, place), data, place));
    }
  }

  /** Forgets what is drawn: its colours, words or widths are no longer right. */
  function clear() {
    drawn.forEach((each) => each.destroy());
    drawn.clear();
  }

  return { draw, clear };
}

/** @param {Plot} plot @param {import('./ops-types.js').Columns} history */
const dataOf = ({ lines }, history) =>
  /** @type {import('./uPlot.esm.js').AlignedData} */ ([
    (history.at ?? []).map((at) => (at ?? 0) / 1_000),
    ...lines.map(({ series }) => history[series] ?? []),
  ]);

/** @param {Plot} plot @param {import('./texts.js').Translate} t @param {HTMLElement} place */
function options({ lines, text }, t, place) {
  const axis = {
    stroke: colorOf(place, '--soft'),
    font: '12px ' + getComputedStyle(place).fontFamily,
    grid: { stroke: colorOf(place, '--rule'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: Math.max(LEAST_WIDTH, place.clientWidth),
    height: HEIGHT,
    scales: { x: { range: hour }, y: { range: fromZero } },
    cursor: { y: false, drag: { x: false, y: false } },
    axes: [
      { ...axis, size: 30, space: 70, values: (/** @type {unknown} */ _, /** @type {number[]} */ at) => at.map((s) => clock(s * 1_000).slice(0, 5)) },
      { ...axis, size: 62, space: 32, values: (/** @type {unknown} */ _, /** @type {number[]} */ ys) => ys.map(text) },
    ],
    series: [
      { label: t('plot.time'), value: (/** @type {unknown} */ _, /** @type {number | null} */ at) => (at == null ? '–' : clock(at * 1_000)) },
      ...lines.map(({ series, color }) => ({
        label: t('series.' + series),
        stroke: colorOf(place, color),
        width: 1.5,
        points: { show: false },
        value: (/** @type {unknown} */ _, /** @type {number | null} */ value) => text(value),
      })),
    ],
  };
}

/** A colour of the style sheet as a canvas takes it, in the scheme of the moment. @param {HTMLElement} place @param {string} name */
function colorOf(place, name) {
  place.style.color = `var(${name})`;
  const color = getComputedStyle(place).color;
  place.style.color = '';
  return color;
}

/** @param {unknown} _ @param {number} min @param {number} max @returns {[number, number]} */
const hour = (_, min, max) => [Math.max(max - HOUR, Math.min(min, max - LEAST_SPAN)), max];

/** @param {unknown} _ @param {number} min @param {number | null} max @returns {[number, number]} */
const fromZero = (_, min, max) => [0, Math.max(1, (max ?? 0) * 1.1)];
