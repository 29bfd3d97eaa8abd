import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createNumbers, nowLike } from '../../main/resources/dev/poscart/register/page/numbers.js';

const kept = new Map();
globalThis.localStorage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => kept.set(name, text) };
const { createChanges } = await import('../../main/resources/dev/poscart/register/page/changes.js');

const CART = { id: 'c', snapshot: { issuedAt: '2026-11-29T10:15:30.123456+09:00' } };
const BILLED = { type: 'ok', data: { transactionNo: 1 } };
const taken = (seq, counter) => ({
  type: 'refused',
  status: 409,
  code: '401511',
  message: 'このカートは別の取引として既に確定済みです',
  detail: `Another transaction has the number 1 of this session (expected: more than ${seq}), or the receipt counter 1 of this terminal (expected: more than ${counter})`,
});

beforeEach(() => kept.clear());

/** The requests that a bill makes to a service with these answers, and how it ends. */
async function bill(cart, ...answers) {
  const sent = [];
  const end = await new Promise((ended) => {
    createChanges({
      call: async (method, path, request) => {
        sent.push(request);
        return answers[Math.min(sent.length, answers.length) - 1];
      },
      addresses: { areSeveral: true, moveOn() {} },
      numbers: createNumbers('numbers'),
      name: 'changes',
      openCart: () => cart,
      onTrying() {},
      onDone: (change, reply) => ended(reply),
      onRefused: (change, reply) => ended(reply),
    }).add({ kind: 'bill', method: 'POST', path: '/carts/{cart}/bill' });
  });
  await new Promise((saved) => setImmediate(saved));
  return { sent, end };
}

const given = ({ body }) => [body.payload.seq, body.payload.receiptCounter];

test('a sale that travels has the numbers after the highest that the till has seen', async () => {
  createNumbers('numbers').sawBefore(7, 42);
  const { sent } = await bill(CART, BILLED);
  assert.deepEqual(given(sent[0]), [8, 43]);
  assert.match(sent[0].body.payload.transactionDatetime, /[+]09:00$/);
  const next = await bill(CART, BILLED);
  assert.deepEqual(given(next.sent[0]), [9, 44]);
});

test('an unanswered closing is repeated with the same numbers and key', async () => {
  const { sent } = await bill(CART, { type: 'unanswered' }, BILLED);
  assert.deepEqual(sent[1], sent[0]);
});

test('numbers that others have are left out, under a new key', async () => {
  const { sent, end } = await bill(CART, taken(12, 44), BILLED);
  assert.deepEqual(sent.map(given), [[1, 1], [13, 45]]);
  assert.notEqual(sent[0].key, sent[1].key);
  assert.equal(end.type, 'ok');
});

test('a refusal that names no higher numbers is said', async () => {
  const { sent, end } = await bill(CART, taken(0, 0));
  assert.deepEqual([sent.length, end.type], [1, 'refused']);
  const other = await bill(CART, { type: 'refused', status: 409, code: '401511', message: '', detail: 'closed by cancel' });
  assert.equal(other.end.type, 'refused');
});

test('a refused closing uses no number up', async () => {
  await bill(CART, { type: 'refused', status: 400, code: '403003', message: '', detail: '' });
  assert.deepEqual(given((await bill(CART, BILLED)).sent[0]), [1, 1]);
});

test('a sale that stays is numbered by the service, which the till notes', async () => {
  const { sent } = await bill({ id: 'c', snapshot: null, etag: '"1"' }, { type: 'ok', data: { transactionNo: 20 } });
  assert.equal(sent[0].body, undefined);
  assert.equal(createNumbers('numbers').next('').seq, 21);
});

test('a time is told in the zone of the shop', () => {
  assert.equal(nowLike('2026-11-29T10:15:30+09:00', 0), '1970-01-01T09:00:00.000+09:00');
  assert.equal(nowLike('2026-11-29T10:15:30-03:30', 0), '1969-12-31T20:30:00.000-03:30');
  assert.equal(nowLike('', 0), '1970-01-01T00:00:00.000Z');
});

test('a sign-in is not repeated where too many have failed', async () => {
  const throttled = { type: 'refused', status: 429, code: '200004', message: '' };
  const end = await new Promise((ended) => {
    createChanges({
      call: async () => throttled,
      addresses: { areSeveral: false, moveOn() {} },
      numbers: createNumbers('numbers'),
      name: 'changes',
      openCart: () => null,
      onTrying() {},
      onDone: ended,
      onRefused: (change, reply) => ended(reply),
    }).add({ kind: 'sign-in', method: 'POST', path: '/terminals/T/sign-in', body: {} });
  });
  assert.equal(end, throttled);
});
