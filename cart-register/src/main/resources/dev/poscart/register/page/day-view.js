// @ts-check
import { html } from './lit-html.js';
import { format } from './money.js';
import { countedSum, DENOMINATIONS } from './office-state.js';
import { date } from './header-view.js';

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
export function day(state, register, t) {
  const { till } = state;
  if (!till.desk) return html`<h2>${t('view.day')}</h2><p class="empty">${t('day.elsewhere')}</p>`;
  const opened = till.status === 'Opened';
  return html`
    <h2>${t('view.day')}</h2>
    <p>${t('day.status.' + till.status)} ${till.businessDate ? date(till.businessDate) : ''}
      ${till.openCounter ? t('day.session', { no: till.openCounter }) : ''}</p>
    <div class="desk">
      ${till.staff ? signedIn(till.staff, register, t) : signIn(register, t)}
      ${opened ? html`${cash(register, t)}${close(state, register, t)}${reports(register, t)}` : html`${open(register, t)}${reports(register, t)}`}
    </div>
  `;
}

/** @param {(values: Record<string, string>) => unknown} act */
const submitted = (act) => (/** @type {any} */ event) => {
  event.preventDefault();
  const values = new FormData(event.target, event.submitter);
  void act(/** @type {any} */ (Object.fromEntries(values)));
  event.target.reset();
};

/** @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
const signIn = ({ day: acts }, t) => html`
  <form class="card" @submit=${submitted(({ staff, pin }) => acts.signIn(staff, pin))}>
    <h3>${t('day.sign-in')}</h3>
    <label>${t('day.staff')}<input name="staff" id="staff" data-focus required autocomplete="off"></label>
    <label>${t('day.pin')}<input name="pin" type="password" inputmode="numeric" autocomplete="off"></label>
    <button class="primary">${t('day.sign-in')}</button>
  </form>
`;

/** @param {import('./types.js').Staff} staff @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
const signedIn = (staff, { day: acts }, t) => html`
  <div class="card">
    <h3>${t('day.signedIn')}</h3>
    <p>${staff.id} ${staff.name}</p>
    <button id="sign-out" @click=${acts.signOut}>${t('day.sign-out')}</button>
  </div>
`;

/** @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
const open = ({ day: acts }, t) => html`
  <form class="card" @submit=${submitted(({ float }) => acts.open(float))}>
    <h3>${t('day.open')}</h3>
    <label>${t('day.float')}<input name="float" id="float" inputmode="numeric" autocomplete="off" placeholder="0"></label>
    <button class="primary" id="open-day">${t('day.open')}</button>
  </form>
`;

/** @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
const cash = ({ day: acts }, t) => html`
  <form class="card" @submit=${submitted(({ amount, description, way }) => acts.cash(/** @type {any} */ (way), amount, description))}>
    <h3>${t('day.cash')}</h3>
    <label>${t('day.amount')}<input name="amount" id="cash-amount" inputmode="numeric" required autocomplete="off"></label>
    <label>${t('day.description')}<input name="description" autocomplete="off" maxlength="30"></label>
    <div class="row">
      <button name="way" value="cash-in">${t('day.cash-in')}</button>
      <button name="way" value="cash-out">${t('day.cash-out')}</button>
    </div>
  </form>
`;

/** @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
const reports = ({ day: acts }, t) => html`
  <div class="card">
    <h3>${t('day.reports')}</h3>
    <div class="row">
      <button id="x-report" @click=${() => acts.report('flash')}>${t('day.x')}</button>
      <button id="z-report" @click=${() => acts.report('daily')}>${t('day.z')}</button>
    </div>
  </div>
`;

/** @param {import('./types.js').State} state @param {import('./register.js').Register} register @param {import('./texts.js').Translate} t */
const close = ({ counted }, { day: acts }, t) => html`
  <div class="card count">
    <h3>${t('day.close')}</h3>
    <p>${t('day.countHint')}</p>
    <div class="grid">
      ${DENOMINATIONS.map((value) => html`
        <label>${format(value * 100)}
          <input inputmode="numeric" autocomplete="off" data-count=${value} .value=${counted[value] ? String(counted[value]) : ''}
            @change=${(/** @type {any} */ e) => acts.count(value, Number.parseInt(e.target.value, 10) || 0)}>
        </label>`)}
    </div>
    <p class="due"><span>${t('day.counted')}</span> <strong id="counted">${
      Object.keys(counted).length ? format(countedSum(counted) * 100) : t('day.notCounted')}</strong></p>
    <button class="stop" id="close-day" @click=${acts.close}>${t('day.close')}</button>
  </div>
`;
