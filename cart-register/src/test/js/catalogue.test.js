import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCatalogue } from '../../main/resources/dev/poscart/register/page/catalogue.js';
import { initial } from '../../main/resources/dev/poscart/register/page/state.js';
import { shownItems } from '../../main/resources/dev/poscart/register/page/sale-state.js';

const PAIRING = { terminalId: 'T-1-2', key: 'k' };
const item = (code, more) => ({ itemCode: code, description: code, unitPrice: 100, categoryCode: '', imageUrls: [], ...more });

/** An API that has these lists, in pages; all others are refused with a status. */
const api = (lists, status) => async (method, path) => {
  const { pathname, searchParams } = new URL(path, 'http://service');
  const all = lists[pathname];
  if (!all) return { type: 'refused', status, code: '', message: '', detail: '' };
  const limit = Number(searchParams.get('limit'));
  const from = limit * (Number(searchParams.get('page')) - 1);
  return { type: 'ok', data: all.slice(from, from + limit), metadata: { total: all.length }, etag: null };
};

test('lists of many pages are read whole, without what is sold no more', async () => {
  const items = Array.from({ length: 1_001 }, (_, i) => item(`${i}`, { isDeleted: i === 3 }));
  const prices = [{ itemCode: '4', storePrice: 95 }];
  const read = await readCatalogue(api({ '/tenants/T/items': items, '/tenants/T/stores/1/items': prices }, 404), PAIRING);
  assert.equal(read.items.length, 1_000);
  assert.equal(read.items.some((each) => each.code === '3'), false);
  assert.notEqual(read.items[3].price, read.items[4].price);
  assert.equal(read.away, false);
});

test('lists that do not exist leave scanning and cash', async () => {
  const read = await readCatalogue(api({}, 404), PAIRING);
  assert.deepEqual([read.away, read.items.length, read.methods[0].code], [false, 0, '01']);
});

test('a list that is not answered is away', async () => {
  assert.equal((await readCatalogue(api({ '/tenants/T/items': [] }, 503), PAIRING)).away, true);
});

test('a picture of another host is left out', async () => {
  const items = [item('A', { imageUrls: ['https://else.example/a.png', '//else.example/a.png', '/register/pictures/tea.svg'] })];
  const read = await readCatalogue(api({ '/tenants/T/items': items }, 404), PAIRING);
  assert.equal(read.items[0].image, '/register/pictures/tea.svg');
});

test('items without categories are shown all the same', async () => {
  const catalogue = await readCatalogue(api({ '/tenants/T/items': [item('A')] }, 404), PAIRING);
  assert.equal(shownItems(initial({ catalogue }), '').length, 1);
});
