// @ts-check

const ATTEMPTS = 4;
const WAIT = 150;

/**
 * A till is worked in one window: two would take each other's unanswered changes for their own. Who
 * asks later waits, or takes the till over; the other window then stands still.
 *
 * @param {string} terminalId
 * @param {boolean} taking whether to take it over
 * @param {() => void} onLost
 * @returns {Promise<boolean>} whether this window may work
 */
export async function claim(terminalId, taking, onLost) {
  // Browsers keep locks only for pages by TLS or of this machine.
  if (!navigator.locks) return true;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await hold('poscart.till.' + terminalId, taking, onLost)) return true;
    // The page that this one replaces may still have it.
    await new Promise((resume) => setTimeout(resume, WAIT));
  }
  return false;
}

/** @param {string} name @param {boolean} taking @param {() => void} onLost @returns {Promise<boolean>} */
const hold = (name, taking, onLost) =>
  new Promise((tell) => {
    navigator.locks
      .request(name, taking ? { steal: true } : { ifAvailable: true }, (lock) => {
        tell(lock !== null);
        return lock === null ? undefined : new Promise(() => {});
      })
      .catch(onLost);
  });
