// @ts-check
/**
 * What is wrong, worst first. Pure: it sees the answer and the history only.
 *
 * @typedef {import('./ops-types.js').State} State
 * @typedef {import('./ops-types.js').Concern} Concern
 */
import { since } from './history.js';
import { clock } from './format.js';

const SLOW = 1_000;
const WAITING = 60_000;
/** What a start leaves to be done, it does in less. */
const START = 60_000;
/** Of fewer requests, the slowest one says nothing about one in a hundred. */
const ENOUGH = 50;

/** @param {State} state @returns {Concern[]} */
export function verdict({ answer, awaySince, history }) {
  if (awaySince !== null) return [concern('serviceAway', 'stop', awaySince)];
  if (!answer) return [];
  return [
    ...database(answer, history),
    ...itemMaster(answer, history),
    ...requests(answer),
    ...events(answer, history),
    ...others(answer),
  ];
}

/**
 * Whether the item master has neither been reached nor failed since the start.
 *
 * @param {import('./ops-types.js').Part | undefined} master
 */
export const isStarting = (master) => master?.details.starting === true;

/** @param {import('./ops-types.js').Answer} answer @param {import('./ops-types.js').Columns} history */
function database({ parts, service }, history) {
  const part = parts[service.database];
  if (!part || part.healthy) return [];
  return part.response_time_ms === null
    ? [concern('databaseAway', 'stop', since(history, 'database_ms', (ms) => ms === null), { error: part.error ?? '' })]
    : [concern('tenantsUnusable', 'stop', null, { error: part.error ?? '' })];
}

/** @param {import('./ops-types.js').Answer} answer @param {import('./ops-types.js').Columns} history */
function itemMaster({ parts, item_master: master, recent }, history) {
  const concerns = [];
  if (parts.item_master && !parts.item_master.healthy && !isStarting(parts.item_master)) {
    concerns.push(concern('masterAway', 'stop', since(history, 'item_master_up', (up) => up === 0)));
  } else if (master.breaker !== 'closed') {
    concerns.push(concern('breakerOpen', 'attention', since(history, 'breaker_closed', (closed) => closed === 0)));
  }
  if (recent.cache.stale > 0) concerns.push(concern('staleSold', 'attention', null, { count: recent.cache.stale }));
  return concerns;
}

/** @param {import('./ops-types.js').Answer} answer */
function requests({ recent }) {
  const concerns = [];
  /** @param {(row: import('./ops-types.js').RequestRow) => boolean} which */
  const count = (which) => recent.requests.filter(which).reduce((sum, row) => sum + row.count, 0);
  const bugs = count((row) => row.status === 500);
  const busy = count((row) => row.status > 500 && !row.route.startsWith('/health'));
  const keys = count((row) => row.status === 429);
  const slow = recent.requests.find((row) => row.count >= ENOUGH && row.route.startsWith('/api/') && (row.p99_ms ?? 0) > SLOW);
  if (bugs > 0) concerns.push(concern('bugs', 'stop', null, { count: bugs }));
  if (busy > 0) concerns.push(concern('unavailable', 'attention', null, { count: busy }));
  if (slow) concerns.push(concern('slow', 'attention', null, { route: slow.method + ' ' + slow.route, ms: slow.p99_ms ?? 0 }));
  if (keys > 0) concerns.push(concern('wrongKeys', 'attention', null, { count: keys }));
  return concerns;
}

/** @param {import('./ops-types.js').Answer} answer @param {import('./ops-types.js').Columns} history */
function events({ parts, at }, history) {
  const { publisher, waiting = 0, parked = 0 } = parts.events?.details ?? {};
  const error = parts.dapr_pubsub_tranlog?.error;
  const from = since(history, 'events_waiting', (n) => (n ?? 0) > 0);
  const concerns = [];
  if (parked > 0) concerns.push(concern('eventsParked', 'stop', null, { count: parked }));
  if (publisher && error) concerns.push(concern('publisherAway', 'attention', from, { error }));
  else if (publisher && waiting > 0 && from !== null && Date.parse(at) - from > WAITING) {
    concerns.push(concern('eventsWaiting', 'attention', from, { count: waiting }));
  }
  return concerns;
}

/** @param {import('./ops-types.js').Answer} answer */
function others({ parts, service, at }) {
  const jobs = parts.background_jobs;
  const isNew = Date.parse(at) - Date.parse(service.started_at) < START;
  return jobs && !jobs.healthy && !isNew ? [concern('jobs', 'attention', null, { error: jobs.error ?? '' })] : [];
}

/**
 * @param {string} key @param {'stop' | 'attention'} sort @param {number | null} from
 * @param {Record<string, string | number>} [values]
 * @returns {Concern}
 */
const concern = (key, sort, from, values = {}) => ({
  key,
  sort,
  since: from,
  values: { ...values, since: from === null ? '' : clock(from) },
});
