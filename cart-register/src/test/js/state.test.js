import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initial, reduce } from '../../main/resources/dev/poscart/register/page/state.js';
import { neighbour, sameGoods, shownItems } from '../../main/resources/dev/poscart/register/page/sale-state.js';
import { countedSum, selection } from '../../main/resources/dev/poscart/register/page/office-state.js';
import { searchable } from '../../main/resources/dev/poscart/register/page/forms.js';

const line = (no, more) => ({ no, code: 'A', quantity: 1, price: 100, amount: 100, discounts: [], cancelled: false, priceChanged: false, ...more });
const cart = (status, lines) => ({ id: 'c', status, lines, discounts: [], payments: [] });
const after = (state, ...actions) => actions.reduce(reduce, state);

test('the last scanned line is selected', () => {
  const one = after(initial({}), { type: 'cart', cart: cart('EnteringItem', [line(1)]) });
  assert.equal(one.selected, 1);
  assert.equal(after(one, { type: 'cart', cart: cart('EnteringItem', [line(1), line(2)]) }).selected, 2);
});

test('a line that is cancelled hands the selection to the last one left', () => {
  const two = after(initial({}), { type: 'cart', cart: cart('EnteringItem', [line(1), line(2)]) });
  const left = after(two, { type: 'cart', cart: cart('EnteringItem', [line(1), line(2, { cancelled: true })]) });
  assert.equal(left.selected, 1);
  assert.equal(neighbour(two, -1), 1);
  assert.equal(neighbour(two, 1), 2);
});

test('the state of the cart decides the view', () => {
  const view = (status, from = 'sale') => after(initial({ view: from }), { type: 'cart', cart: cart(status, []) }).view;
  assert.equal(view('Paying'), 'pay');
  assert.equal(view('Completed', 'pay'), 'done');
  assert.equal(view('EnteringItem', 'pay'), 'sale');
  assert.equal(view('EnteringItem', 'help'), 'help');
});

test('the first scan after a bill starts the next sale', () => {
  const done = after(initial({}), { type: 'cart', cart: cart('Completed', [line(1)]) });
  const next = after(done, { type: 'scanned', scan: { id: 's', code: 'B', quantity: 1, failed: null } });
  assert.equal(next.cart, null);
  assert.equal(next.view, 'sale');
  assert.equal(next.scans.length, 1);
});

test('a failed scan stays with its reason until it is dismissed', () => {
  const scan = { id: 's', code: 'B', quantity: 1, failed: null };
  const failed = after(initial({}), { type: 'scanned', scan }, { type: 'scan/failed', id: 's', reason: 'unknown' });
  assert.equal(failed.scans[0].failed, 'unknown');
  assert.deepEqual(after(failed, { type: 'scan/done', id: 's' }).scans, []);
});

test('a scan merges only into a line with the same goods, unchanged', () => {
  const state = initial({ cart: cart('EnteringItem', [line(1), line(2, { discounts: [{}] }), line(3, { cancelled: true })]) });
  assert.equal(sameGoods(state, 'A').no, 1);
  assert.equal(sameGoods(state, 'B'), undefined);
});

test('a search finds by kana of either kind and any width', () => {
  const items = [{ code: '1', category: 'C', search: searchable('おにぎり ツナ') }];
  const state = initial({ category: 'X', catalogue: { ready: true, away: false, items, categories: [{ code: 'X' }], methods: [] } });
  assert.equal(shownItems(state, '').length, 0);
  assert.equal(shownItems(state, searchable('オニギリ')).length, 1);
  assert.equal(shownItems(state, searchable('ﾂﾅ')).length, 1);
  assert.equal(shownItems(state, searchable('ぱん')).length, 0);
});

test('pieces to return stay between none and what is left', () => {
  const state = initial({ returning: { returned: {}, method: '01', amount: 5, left: { 1: 2 } } });
  const more = after(state, { type: 'returning/pieces', lineNo: 1, pieces: 9 });
  assert.deepEqual(selection(more.returning), [{ lineNo: 1, quantity: 2 }]);
  assert.equal(more.returning.amount, null);
  assert.deepEqual(selection(after(more, { type: 'returning/pieces', lineNo: 1, pieces: -1 }).returning), []);
});

test('notes and coins add up', () => {
  assert.equal(countedSum({ 10000: 2, 500: 3, 1: 4 }), 21_504);
});
