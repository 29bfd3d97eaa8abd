// @ts-check
/**
 * The REST API as any terminal uses it. A call never throws: it is answered, refused, or unanswered,
 * which leaves open whether it took effect.
 *
 * @typedef {{type: 'ok', data: any, metadata: any, etag: string | null}} Ok
 * @typedef {{type: 'refused', status: number, code: string, message: string, detail: string}} Refused
 *   detail: technical, with the values that were expected
 * @typedef {{type: 'unanswered'}} Unanswered
 * @typedef {Ok | Refused | Unanswered} Reply
 */

const PATIENCE = 10_000;

/** @typedef {ReturnType<typeof createApi>} Api */

/**
 * @param {import('./types.js').Pairing} pairing
 * @param {() => string} language
 * @param {import('./addresses.js').Addresses} addresses
 */
export function createApi(pairing, language, addresses) {
  /**
   * @param {string} method
   * @param {string} path below /api/v1
   * @param {{body?: any, key?: string, version?: string | null, travels?: boolean}} [more] travels:
   *   goes to the address that is used now, not to the first
   * @returns {Promise<Reply>}
   */
  return async function call(method, path, { body, key, version, travels } = {}) {
    /** @type {Record<string, string>} */
    const headers = { 'X-API-KEY': pairing.key, 'Accept-Language': language() };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    if (version) headers['If-Match'] = version;
    const query = (path.includes('?') ? '&' : '?') + 'terminal_id=' + pairing.terminalId;
    try {
      const address = travels ? addresses.current() : addresses.home;
      const response = await fetch(address + '/api/v1' + path + query, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE),
      });
      return await read(response);
    } catch {
      return { type: 'unanswered' };
    }
  };
}

/** @param {Response} response @returns {Promise<Reply>} */
async function read(response) {
  if (response.ok) {
    // The connection may be lost after the head: what was done is known from the body only.
    const { data, metadata } = await response.json();
    return { type: 'ok', data, metadata, etag: response.headers.get('ETag') };
  }
  const answer = await response.json().catch(() => ({}));
  const error = answer.userError ?? answer.user_error ?? {};
  return {
    type: 'refused',
    status: response.status,
    code: error.code ?? '',
    message: error.message ?? answer.message ?? answer.detail ?? '',
    detail: answer.message ?? '',
  };
}

/** Whether a change may still take effect, or may if it is sent again. @param {Reply} reply */
export const isOpen = (reply) =>
  isGone(reply) ||
  (reply.type === 'refused' && ['600002', '600003', '600004', '300007', '200004'].includes(reply.code));

/** Whether the service did not say anything. @param {Reply} reply */
export const isGone = (reply) =>
  reply.type === 'unanswered' ||
  (reply.type === 'refused' && (reply.status === 502 || (reply.status >= 500 && reply.code === '')));

/** The reason of a refusal in words. @param {import('./texts.js').Translate} t @param {Refused} reply */
export function reasonOf(t, reply) {
  const key = 'refusal.' + reply.code;
  const ours = t(key);
  return ours === key ? reply.message || t('refusal.other') : ours;
}

/** Keys for Idempotency-Key; also where a page without TLS may not ask for a UUID. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return 'register-' + Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
