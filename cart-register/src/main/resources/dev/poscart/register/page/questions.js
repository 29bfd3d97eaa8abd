// @ts-check
/** Asks before what cannot be taken back. While a question is open, nothing else can be done. */

/** @param {Pick<import('./register.js').Register, 'store'>} register */
export function questions({ store }) {
  /** @type {() => void} */
  let act = () => {};
  return {
    /** @param {string} text @param {string} yes what the button says that does it @param {() => void} then */
    ask(text, yes, then) {
      act = then;
      store.dispatch({ type: 'question', question: { text, yes } });
    },
    /** @param {boolean} isYes */
    answer(isYes) {
      store.dispatch({ type: 'question', question: null });
      if (isYes) act();
    },
  };
}
