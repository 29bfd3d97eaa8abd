// @ts-check
import { html, nothing } from './lit-html.js';
import { isStarting } from './verdict.js';
import { clock, count, duration, megabytes, millis, rate, share } from './format.js';

/**
 * @typedef {import('./ops-types.js').State} State
 * @typedef {import('./ops-types.js').Answer} Answer
 * @typedef {import('./texts.js').Translate} Translate
 * @typedef {[key: string, value: string | number]} Row
 */

/** @param {State} state @param {Answer} answer @param {Translate} t */
export const tiles = (state, answer, t) => html`
  <section class="tiles" aria-label=${t('tiles')}>
    ${master(answer, t)} ${lookups(answer, t)} ${traffic(state, answer, t)} ${carts(answer, t)}
    ${events(answer, t)} ${database(state, answer, t)} ${program(answer, t)}
  </section>
`;

/**
 * A lamp that is neither well nor away tells of what is not there, or not yet.
 *
 * @param {string} name @param {string} state @param {boolean | null} ok null: neither @param {Row[]} rows @param {Translate} t @param {unknown} [more]
 */
const tile = (name, state, ok, rows, t, more = nothing) => html`
  <article class="card tile" data-tile=${name}>
    <h3>${t('tile.' + name)} ${state ? html`<span class="lamp ${ok === null ? 'none' : ok ? 'ok' : 'away'}">${state}</span>` : nothing}</h3>
    <dl>${rows.map(([key, value]) => html`<dt>${t('row.' + key)}</dt><dd>${value}</dd>`)}</dl>
    ${more}
  </article>
`;

/** @param {Answer} answer @param {Translate} t */
function master({ item_master: link, parts }, t) {
  const { healthy = true, details = {} } = parts.item_master ?? {};
  /** @type {Row[]} */
  const rows = [['breaker', t('breaker.' + link.breaker)]];
  if (details.channels_created != null) rows.push(['channels', details.channels_created + ' / ' + details.channels_closed]);
  if (details.last_silence_at) rows.push(['silence', clock(details.last_silence_at) + ', ' + millis(details.last_silence_ms)]);
  const state = t('channel.' + (link.channel ?? (details.transport ? 'rest' : 'none')));
  return tile('master', state, isStarting(parts.item_master) ? null : healthy, rows, t);
}

/** @param {Answer} answer @param {Translate} t */
function lookups({ recent }, t) {
  const { hits, misses, coalesced, stale } = recent.cache;
  const { answered = 0, ...failed } = recent.lookup_outcomes;
  return tile(
    'lookups',
    '',
    true,
    [
      ['answered', count(answered)],
      ['failed', count(Object.values(failed).reduce((sum, n) => sum + n, 0))],
      ['times', millis(recent.lookup_p50_ms) + ' / ' + millis(recent.lookup_p99_ms)],
      ['cache', share(hits, hits + misses) + t('row.ofCodes', { codes: count(hits + misses) })],
      ['joined', count(coalesced)],
      ['stale', count(stale)],
    ],
    t,
  );
}

/** @param {State} state @param {Answer} answer @param {Translate} t */
function traffic({ history }, { recent }, t) {
  const api = recent.requests.filter((row) => row.route.startsWith('/api/') || row.route === 'none');
  /** @param {(row: import('./ops-types.js').RequestRow) => boolean} which */
  const sum = (which) => api.filter(which).reduce((all, row) => all + row.count, 0);
  const all = sum(() => true);
  return tile(
    'requests',
    '',
    true,
    [
      ['rate', rate(history.requests?.at(-1)) + ' /s'],
      ['count', count(all)],
      ['refused', count(sum((row) => row.status >= 400 && row.status < 500))],
      ['errors', count(sum((row) => row.status >= 500))],
      ['times', millis(history.request_p50_ms?.at(-1)) + ' / ' + millis(history.request_p99_ms?.at(-1))],
    ],
    t,
  );
}

/** @param {Answer} answer @param {Translate} t */
const carts = ({ carts: all }, t) =>
  tile(
    'carts',
    all ? '' : t('uncounted'),
    all !== null,
    [
      ['open', count(all?.open)],
      ['parkedCarts', count(all?.parked)],
      ['closing', count(all?.closing)],
    ],
    t,
  );

/** @param {Answer} answer @param {Translate} t */
function events({ parts }, t) {
  const { publisher = false, waiting, parked, unacknowledged } = parts.events?.details ?? {};
  const error = parts.dapr_pubsub_tranlog?.error;
  return tile(
    'events',
    t(publisher ? (error ? 'publisher.failing' : 'publisher.ok') : 'publisher.none'),
    publisher || parked > 0 ? !error && !(parked > 0) : null,
    [
      ['waiting', count(waiting)],
      ['parkedEvents', count(parked)],
      ['unacknowledged', count(unacknowledged)],
    ],
    t,
    error ? html`<p class="error">${t('lastFailure')} ${error}</p>` : nothing,
  );
}

/** @param {State} state @param {Answer} answer @param {Translate} t */
function database({ history }, { parts, service }, t) {
  const { healthy = false, error = null } = parts[service.database] ?? {};
  return tile(
    'database',
    healthy ? t('database.ok') : t('database.away'),
    healthy,
    [
      ['kind', service.database],
      ['answer', millis(history.database_ms?.at(-1))],
    ],
    t,
    error ? html`<p class="error">${error}</p>` : nothing,
  );
}

/** @param {Answer} answer @param {Translate} t */
const program = ({ service, process, at }, t) =>
  tile(
    'process',
    '',
    true,
    [
      ['version', service.version],
      ['java', service.java],
      ['uptime', duration(Date.parse(service.started_at), Date.parse(at))],
      ['heap', megabytes(process.heap_used_bytes).replace(' MB', '') + ' / ' + megabytes(process.heap_max_bytes)],
      ['threads', count(process.threads)],
      ['files', count(process.open_files) + ' / ' + count(process.max_files)],
      ['cpu', process.cpu === null ? '–' : Math.round(process.cpu * 100) + ' %'],
    ],
    t,
  );
