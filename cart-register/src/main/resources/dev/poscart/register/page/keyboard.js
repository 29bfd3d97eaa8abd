// @ts-check
/**
 * A scanner is a keyboard: a burst of characters that ends with Enter is a scan, whatever has the
 * focus. Everything else is typed by a person: shortcuts where nothing is being written.
 */

const BURST_GAP = 50;
const BURST_LENGTH = 4;
/** Shorter bursts into a field that is not for codes are amounts, pieces or numbers. */
const BURST_LENGTH_IN_FIELD = 8;

/**
 * @param {object} to
 * @param {(code: string) => void} to.scan
 * @param {(key: string, event: KeyboardEvent) => boolean} to.shortcut whether the key was one
 */
export function listen({ scan, shortcut }) {
  let burst = '';
  let last = 0;
  let before = '';

  addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      const now = event.timeStamp;
      const field = event.target instanceof HTMLInputElement ? event.target : null;
      const isFast = now - last <= BURST_GAP;
      last = now;
      const least = field ? BURST_LENGTH_IN_FIELD : BURST_LENGTH;
      if (event.key === 'Enter' && isFast && burst.length >= least && field?.id !== 'scan') {
        event.preventDefault();
        event.stopImmediatePropagation();
        if (field) restore(field, before);
        scan(burst);
        burst = '';
        return;
      }
      if (event.key.length === 1 && isFast && burst !== '') {
        burst += event.key;
        return;
      }
      burst = '';
      if (shortcut(event.key, event)) {
        event.preventDefault();
        return;
      }
      if (event.key.length === 1) {
        burst = event.key;
        before = field?.value ?? '';
        if (!field && !(event.target instanceof HTMLSelectElement)) toScanField();
      }
    },
    true,
  );
}

/** What the scanner wrote into a field that had other text. @param {HTMLInputElement} field @param {string} value */
function restore(field, value) {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What is typed where nothing takes it is for the scan field. */
export function toScanField() {
  const field = document.getElementById('scan');
  if (field && document.activeElement !== field) field.focus();
}
