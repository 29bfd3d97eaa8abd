import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { createApi, isOpen } from '../../main/resources/dev/poscart/register/page/api.js';

let answering;
const server = createServer((asked, answer) => answering(answer));
const addresses = { home: '' };
const call = createApi({ terminalId: 'T-1-1', key: 'k' }, () => 'en', addresses);

before(async () => {
  await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(null)));
  addresses.home = `http://127.0.0.1:${server.address().port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

test('an answer is read with its version', async () => {
  answering = (answer) => answer.writeHead(201, { ETag: '"3"' }).end('{"data": {"cartId": "c"}}');
  assert.deepEqual(await call('POST', '/carts'), { type: 'ok', data: { cartId: 'c' }, metadata: undefined, etag: '"3"' });
});

test('an answer that breaks off leaves open whether the change took effect', async () => {
  answering = (answer) => {
    answer.writeHead(201, { 'Content-Length': '100' });
    answer.write('{"data": {');
    setTimeout(() => answer.destroy(), 1);
  };
  const reply = await call('POST', '/carts');
  assert.equal(isOpen(reply), true);
});

test('a proxy that answers without the service leaves it open too', async () => {
  answering = (answer) => answer.writeHead(502).end('<html>Bad Gateway</html>');
  assert.equal(isOpen(await call('POST', '/carts')), true);
});

test('a refusal has the code and the words of the service', async () => {
  answering = (answer) => answer.writeHead(404).end('{"message": "no c", "user_error": {"code": "401002", "message": "gone"}}');
  assert.deepEqual(await call('GET', '/carts/x'), { type: 'refused', status: 404, code: '401002', message: 'gone', detail: 'no c' });
});
