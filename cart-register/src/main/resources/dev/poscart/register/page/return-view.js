// @ts-check
import { html } from './lit-html.js';
import { format } from './money.js';

/**
 * Which pieces come back, and what is paid for them, before it is done.
 *
 * @param {import('./types.js').State} state
 * @param {import('./register.js').Register} register
 * @param {import('./texts.js').Translate} t
 */
export function returning({ transaction, returning: form, catalogue }, { office }, t) {
  const asked = /** @type {import('./types.js').Returning} */ (form);
  const lines = transaction?.lines.filter((line) => !line.cancelled) ?? [];
  return html`
    <div class="returning">
      <h2>${t('return.title')}</h2>
      <ul>${lines.map((line) => {
        const left = asked.left[line.no] ?? 0;
        const pieces = asked.returned[line.no] ?? 0;
        return html`
          <li>
            <span class="name">${line.name}</span>
            <span class="note">${t('return.left', { left })}</span>
            <button aria-label=${t('return.less', { name: line.name })} ?disabled=${pieces === 0} @click=${() => office.pieces(line.no, pieces - 1)}>−</button>
            <output data-pieces=${line.no}>${pieces}</output>
            <button aria-label=${t('return.more', { name: line.name })} data-more=${line.no} ?disabled=${pieces >= left} @click=${() => office.pieces(line.no, pieces + 1)}>+</button>
          </li>`;
      })}</ul>
      <button @click=${office.returnAll}>${t('return.all')}</button>
      <label>${t('return.by')}
        <select @change=${(/** @type {any} */ e) => office.refundBy(e.target.value)}>
          ${catalogue.methods.filter((m) => m.canRefund).map((m) => html`<option value=${m.code} ?selected=${m.code === asked.method}>${m.name}</option>`)}
        </select>
      </label>
      <p class="due"><span>${t('return.amount')}</span> <strong id="refund">${asked.amount === null ? '…' : format(asked.amount)}</strong></p>
      <div class="row">
        <button @click=${office.stopReturn}>${t('back')}</button>
        <button class="primary" id="confirm-return" ?disabled=${!asked.amount} @click=${office.confirmReturn}>${t('return.confirm')}</button>
      </div>
    </div>
  `;
}
