// @ts-check
/** Tells whether the service answers, and whether it can look up items. */

const EVERY = 10_000;

/** @param {import('./register.js').Register} register */
export function watchHealth({ store, addresses }) {
  async function look() {
    try {
      const answer = await fetch(addresses.home + '/health', { signal: AbortSignal.timeout(5_000) });
      const { checks } = await answer.json();
      addresses.comeHome();
      const master = checks.item_master;
      const state = master ? (master.status === 'healthy' ? 'ok' : 'away') : 'unknown';
      if (changed(true, state)) store.dispatch({ type: 'health', online: true, master: state });
    } catch {
      if (changed(false, store.get().master)) {
        store.dispatch({ type: 'health', online: false, master: store.get().master });
      }
    }
  }
  /** @param {boolean} online @param {string} master */
  const changed = (online, master) => store.get().online !== online || store.get().master !== master;
  void look();
  setInterval(look, EVERY);
}
