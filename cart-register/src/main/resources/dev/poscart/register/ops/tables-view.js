// @ts-check
import { html } from './lit-html.js';
import { clock, count, millis } from './format.js';

/**
 * @typedef {import('./ops-types.js').Answer} Answer
 * @typedef {import('./texts.js').Translate} Translate
 */

const NUMBERS = ['status', 'count', 'p50', 'p99'];

/** @param {string} name @param {string} title @param {string[]} columns @param {unknown[]} rows @param {Translate} t */
const table = (name, title, columns, rows, t) => html`
  <section class="card table" data-table=${name}>
    <h2 id=${'table-' + name}>${title}</h2>
    ${rows.length === 0
      ? html`<p class="empty">${t('table.empty')}</p>`
      : html`<div class="scroll" tabindex="0" role="group" aria-labelledby=${'table-' + name}>
          <table aria-labelledby=${'table-' + name}>
            <thead><tr>${columns.map((column) => html`<th scope="col" class=${NUMBERS.includes(column) ? 'amount' : ''}>${t('column.' + column)}</th>`)}</tr></thead>
            <tbody>${rows}</tbody>
          </table>
        </div>`}
  </section>
`;

/** @param {Answer} answer @param {Translate} t */
export const requests = ({ recent }, t) =>
  table(
    'requests',
    t('table.requests', { minutes: Math.max(1, Math.round(recent.seconds / 60)) }),
    ['route', 'status', 'count', 'p50', 'p99'],
    recent.requests.map(
      (row) => html`<tr class=${row.status >= 500 ? 'ill' : ''}>
        <th scope="row">${row.method} ${row.route}</th>
        <td class="amount">${row.status}</td>
        <td class="amount">${count(row.count)}</td>
        <td class="amount">${millis(row.p50_ms)}</td>
        <td class="amount">${millis(row.p99_ms)}</td>
      </tr>`,
    ),
    t,
  );

/** Latest first. @param {Answer} answer @param {Translate} t */
export const changes = ({ item_master: { changes: all } }, t) =>
  table(
    'changes',
    t('table.changes'),
    ['time', 'part', 'to'],
    [...all].reverse().map(
      (change) => html`<tr>
        <td>${clock(change.at)}</td>
        <td>${t('part.' + change.part)}</td>
        <td>${change.part === 'connection_left' ? change.to : t(change.part + '.' + change.to)}</td>
      </tr>`,
    ),
    t,
  );

/** @param {Answer} answer @param {Translate} t */
export const warnings = ({ warnings: all }, t) =>
  table(
    'warnings',
    t('table.warnings'),
    ['time', 'level', 'message', 'requestId'],
    all.map(
      (warning) => html`<tr class=${warning.level === 'error' ? 'ill' : ''}>
        <td>${clock(warning.at)}</td>
        <td>${t('level.' + warning.level)}</td>
        <td class="message">${warning.source}: ${warning.message}</td>
        <td class="id">${warning.request_id}</td>
      </tr>`,
    ),
    t,
  );
