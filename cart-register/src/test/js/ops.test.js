import { test } from 'node:test';
import assert from 'node:assert/strict';
import { highest, merge, minutes, since } from '../../main/resources/dev/poscart/register/ops/history.js';
import { verdict } from '../../main/resources/dev/poscart/register/ops/verdict.js';
import { duration, millis, share } from '../../main/resources/dev/poscart/register/ops/format.js';

const part = (healthy, more = {}) => ({ healthy, dispensable: false, response_time_ms: 1, details: {}, error: null, ...more });
const answer = (more = {}) => ({
  at: '2026-11-23T09:05:00Z',
  service: { version: '1', java: '17', started_at: '2026-11-23T09:00:00Z', database: 'sqlite' },
  parts: { sqlite: part(true), item_master: part(true), events: part(true), background_jobs: part(true), ...more.parts },
  item_master: { channel: 'ready', breaker: 'closed', changes: [], ...more.item_master },
  recent: { seconds: 300, requests: more.requests ?? [], lookup_outcomes: {}, cache: { hits: 0, misses: 0, coalesced: 0, stale: 0 } },
});
const told = (state) => verdict({ awaySince: null, history: { at: [] }, ...state }).map(({ key }) => key);

test('samples that are known are not added twice', () => {
  const known = merge({ at: [] }, { at: [1_000, 3_000], threads: [5, 6] });
  assert.deepEqual(merge(known, { at: [3_000, 5_000], threads: [6, 7] }), { at: [1_000, 3_000, 5_000], threads: [5, 6, 7] });
});

test('an hour is kept', () => {
  const known = { at: [1_000, 3_595_000], threads: [5, 6] };
  assert.deepEqual(merge(known, { at: [3_601_001], threads: [7] }).at, [3_595_000, 3_601_001]);
});

test('a time in which the service was not heard interrupts the lines', () => {
  const known = { at: [1_000], threads: [5] };
  assert.deepEqual(merge(known, { at: [20_000], threads: [6] }), { at: [1_000, 3_000, 20_000], threads: [5, null, 6] });
});

test('a figure is as it is since the first of its latest equal samples', () => {
  const history = { at: [1, 2, 3, 4], up: [0, 1, 0, 0] };
  assert.equal(since(history, 'up', (up) => up === 0), 3);
  assert.equal(since(history, 'up', (up) => up === 1), null);
  assert.equal(highest(history, 'up'), 1);
});

test('a minute is as bad as its worst sample', () => {
  const history = { at: [0, 60_000, 61_000, 121_000], threads: [1, 1, 1, 1], up: [1, 1, 0, 1] };
  assert.deepEqual(minutes(history, 'up', (up) => up !== 0).slice(-3), ['well', 'ill', 'well']);
});

test('a figure that does not tell makes no minute', () => {
  const history = { at: [0, 60_000], threads: [1, 1], up: [null, 1] };
  const isUp = (up) => (up === null ? null : up !== 0);
  assert.deepEqual(minutes(history, 'up', isUp).slice(-2), ['unknown', 'well']);
});

test('an item master that is reached for the first time is no trouble, unless that fails', () => {
  const master = (starting) => ({ answer: answer({ parts: { item_master: part(false, { details: { starting } }) } }) });
  assert.deepEqual(told(master(true)), []);
  assert.deepEqual(told(master(false)), ['masterAway']);
});

test('what a start leaves to be done is no trouble in the first minute', () => {
  const jobs = { parts: { background_jobs: part(false, { error: 'still being finished' }) } };
  assert.deepEqual(told({ answer: { ...answer(jobs), at: '2026-11-23T09:00:59Z' } }), []);
  assert.deepEqual(told({ answer: answer(jobs) }), ['jobs']);
});

test('without trouble nothing is said', () => assert.deepEqual(told({ answer: answer() }), []));

test('what stops sales is said first', () => {
  const state = {
    answer: answer({
      parts: {
        sqlite: part(false, { response_time_ms: null, error: 'the database does not answer' }),
        item_master: part(false),
        events: part(true, { details: { publisher: true, waiting: 2, parked: 1 } }),
        dapr_pubsub_tranlog: part(false, { error: 'refused' }),
      },
      requests: [{ method: 'GET', route: '/api/v1/carts', status: 503, count: 50, p50_ms: 1, p99_ms: 1500 }],
    }),
  };
  assert.deepEqual(told(state), ['databaseAway', 'masterAway', 'unavailable', 'slow', 'eventsParked', 'publisherAway']);
});

test('health checks that report trouble are not counted as trouble', () => {
  const requests = [{ method: 'GET', route: '/health', status: 503, count: 9, p50_ms: 1, p99_ms: 1 }];
  assert.deepEqual(told({ answer: answer({ requests }) }), []);
});

test('a service that does not answer is all that is said', () =>
  assert.deepEqual(told({ answer: answer({ parts: { sqlite: part(false) } }), awaySince: 5 }), ['serviceAway']));

test('figures are short', () => {
  assert.equal(millis(1.25), '1.3 ms');
  assert.equal(millis(1_260), '1.3 s');
  assert.equal(share(1, 3), '33 %');
  assert.equal(share(0, 0), '–');
  assert.equal(duration(0, 90_000_000), '1 d 1 h 0 min');
});
