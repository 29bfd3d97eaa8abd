// @ts-check
/**
 * Holds the one state of the page. It changes only by a reducer, and its listeners are told once
 * after the changes that belong together.
 *
 * @template S, A
 * @param {(state: S, action: A) => S} reducer
 * @param {S} initial
 */
export function createStore(reducer, initial) {
  let state = initial;
  let told = true;
  /** @type {((state: S) => void)[]} */
  const listeners = [];
  return {
    get: () => state,
    /** @param {(state: S) => void} listener */
    listen: (listener) => listeners.push(listener),
    /** @param {A} action */
    dispatch(action) {
      state = reducer(state, action);
      if (told) {
        told = false;
        queueMicrotask(() => {
          told = true;
          listeners.forEach((listener) => listener(state));
        });
      }
    },
  };
}
