// @ts-check
/** Figures as people read them. */

/** The time of day at this browser, to the second. @param {number | string} time */
export const clock = (time) => {
  const at = new Date(time);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map((n) => String(n).padStart(2, '0')).join(':');
};

/** @param {number | null | undefined} value */
export const count = (value) => (value == null ? '–' : value.toLocaleString('en'));

/** With one decimal where it is small. @param {number | null | undefined} value */
export const rate = (value) => (value == null ? '–' : value < 10 ? value.toFixed(1) : Math.round(value).toString());

/** @param {number | null | undefined} value milliseconds */
export const millis = (value) =>
  value == null ? '–' : value >= 1_000 ? (value / 1_000).toFixed(1) + ' s' : (value < 10 ? value.toFixed(1) : Math.round(value)) + ' ms';

/** @param {number | null | undefined} value bytes */
export const megabytes = (value) => (value == null ? '–' : Math.round(value / 1_048_576) + ' MB');

/** @param {number} part @param {number} whole */
export const share = (part, whole) => (whole === 0 ? '–' : Math.round((part * 100) / whole) + ' %');

/** How long it is from one time to another. @param {number} from @param {number} to */
export function duration(from, to) {
  const minutes = Math.max(0, Math.floor((to - from) / 60_000));
  const days = Math.floor(minutes / 1_440);
  const hours = Math.floor((minutes % 1_440) / 60);
  return (days ? days + ' d ' : '') + (days || hours ? hours + ' h ' : '') + (minutes % 60) + ' min';
}
