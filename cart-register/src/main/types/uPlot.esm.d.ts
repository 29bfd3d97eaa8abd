// The module is served beside the page's own; its types come with the package.
export { default } from 'uplot';
export type { AlignedData } from 'uplot';
