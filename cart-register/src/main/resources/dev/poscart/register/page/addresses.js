// @ts-check
/**
 * The addresses of the services that this register may work at: the one that it was loaded from
 * first. A sale that travels goes on at the next one if the one it is at is gone; all else belongs
 * to the first.
 */

/** @typedef {ReturnType<typeof createAddresses>} Addresses */

/** The origins that the service names in the page. */
export const named = () =>
  (document.querySelector('meta[name="api-origins"]')?.getAttribute('content') ?? '')
    .split(' ')
    .filter((origin) => origin !== '');

/**
 * @param {string} own
 * @param {string[]} all
 * @param {(isElsewhere: boolean) => void} onMoved
 */
export function createAddresses(own, all, onMoved) {
  const addresses = [own, ...all.filter((address) => address !== own)];
  let at = 0;

  /** @param {number} to */
  function move(to) {
    if (to === at) return;
    at = to;
    onMoved(at !== 0);
  }

  return {
    areSeveral: addresses.length > 1,
    home: own,
    current: () => addresses[at],
    moveOn: () => move((at + 1) % addresses.length),
    comeHome: () => move(0),
  };
}
