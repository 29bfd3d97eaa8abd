// @ts-check
import { html } from './lit-html.js';
import { highest } from './history.js';
import { PLOTS } from './plots.js';

/** The places that {@link import('./plots.js')} draws into, each with its figures in words. @param {import('./ops-types.js').Columns} history @param {import('./texts.js').Translate} t */
export const plots = (history, t) => html`
  <section class="plots" aria-label=${t('plots')} data-samples=${history.at.length}>
    ${PLOTS.map(
      (plot) => html`<figure>
        <figcaption>
          <h3>${t('plot.' + plot.name)}</h3>
          <p class="note">${plot.lines
            .map(({ series }) => t('plot.told', { name: t('series.' + series), now: plot.text(history[series]?.at(-1)), most: plot.text(highest(history, series)) }))
            .join(' · ')}</p>
        </figcaption>
        <div data-plot=${plot.name}></div>
      </figure>`,
    )}
  </section>
`;
