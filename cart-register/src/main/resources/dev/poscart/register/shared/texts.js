// @ts-check
/** The words of the page, in the language of who reads it. */

/** @typedef {(key: string, values?: Record<string, string | number>) => string} Translate */

/** @param {Record<string, string>} texts @returns {Translate} */
export const translator = (texts) => (key, values) => {
  const text = texts[key] ?? key;
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? '')) : text;
};

/** @param {string} language @returns {Promise<Record<string, string>>} */
export const load = async (language) =>
  (await fetch(new URL(language + '.json', import.meta.url))).json();
