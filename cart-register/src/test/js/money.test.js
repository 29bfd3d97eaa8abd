import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cashKeys, format, fromApi, parse, parseCount, toApi } from '../../main/resources/dev/poscart/register/page/money.js';

test('amounts of the API are kept as whole hundredths of a yen', () => {
  assert.equal(fromApi(471.0), 47_100);
  assert.equal(fromApi(0.29), 29);
  assert.equal(fromApi(1.1) + fromApi(2.2), 330);
  assert.equal(toApi(12_345), 123.45);
});

test('amounts are shown with commas, and with a fraction only where there is one', () => {
  assert.equal(format(0), '0');
  assert.equal(format(123_456_700), '1,234,567');
  assert.equal(format(-50), '-0.50');
  assert.equal(format(100_005), '1,000.05');
});

test('what is typed may have commas and full-width digits; anything else is no amount', () => {
  assert.equal(parse('1,000'), 100_000);
  assert.equal(parse('１２３'), 12_300);
  assert.equal(parse('0.5'), 50);
  for (const wrong of ['', '-1', '1.234', 'abc', '1e3', '1234567890']) assert.equal(parse(wrong), null, wrong);
});

test('a quantity is a whole number', () => {
  assert.equal(parseCount('３'), 3);
  for (const wrong of ['', '1.5', '-2', 'x']) assert.equal(parseCount(wrong), null, wrong);
});

test('cash keys offer the exact sum, then the next round ones, each once', () => {
  assert.deepEqual(cashKeys(45_600), [45_600, 50_000, 100_000, 500_000, 1_000_000]);
  assert.deepEqual(cashKeys(100_000), [100_000, 500_000, 1_000_000]);
  assert.deepEqual(cashKeys(7_055), [7_100, 10_000, 50_000, 100_000, 500_000, 1_000_000]);
});
