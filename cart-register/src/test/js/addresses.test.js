import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createAddresses } from '../../main/resources/dev/poscart/register/page/addresses.js';

test('the own address is the first, and is named once', () => {
  const moves = [];
  const addresses = createAddresses('http://north', ['http://south', 'http://north'], (away) => moves.push(away));
  assert.equal(addresses.current(), 'http://north');
  addresses.moveOn();
  assert.equal(addresses.current(), 'http://south');
  addresses.moveOn();
  assert.equal(addresses.current(), 'http://north');
  addresses.moveOn();
  addresses.comeHome();
  addresses.comeHome();
  assert.equal(addresses.current(), addresses.home);
  assert.deepEqual(moves, [true, false, true, false]);
});

test('where there is one address, there is nowhere to go', () => {
  const addresses = createAddresses('http://north', [], () => assert.fail());
  assert.equal(addresses.areSeveral, false);
  addresses.moveOn();
  assert.equal(addresses.current(), 'http://north');
});
