// @ts-check
/** Asks the service for its state, with the key that the page was opened with. */

const ITEM = 'poscart.ops.key';
const PATIENCE = 5_000;

/**
 * What the page was opened with: an API key or a token, by a link in whose fragment it stands, or
 * as before.
 *
 * @returns {string | null}
 */
export function knownKey() {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given) {
    history.replaceState(null, '', location.pathname);
    keepKey(given);
  }
  return sessionStorage.getItem(ITEM);
}

/** @param {string} key */
export const keepKey = (key) => sessionStorage.setItem(ITEM, key);

/**
 * @param {string | null} key
 * @param {number} seconds how far back the samples are needed
 * @returns {Promise<{type: 'ok', answer: import('./ops-types.js').Answer} | {type: 'locked'} | {type: 'away'}>}
 */
export async function ask(key, seconds) {
  try {
    const response = await fetch('/ops/state?seconds=' + Math.ceil(seconds), {
      headers: credentials(key),
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.status === 401 || response.status === 429) return { type: 'locked' };
    return response.ok ? { type: 'ok', answer: await response.json() } : { type: 'away' };
  } catch {
    return { type: 'away' };
  }
}

/** A token has two dots; an API key goes into a header of its own. @param {string | null} key */
const credentials = (key) =>
  /** @type {Record<string, string>} */ (
    key === null ? {} : key.split('.').length === 3 ? { Authorization: 'Bearer ' + key } : { 'X-API-KEY': key }
  );
