// @ts-check
/** A short sound for good, a double one for bad: the clerk looks at the goods, not at the screen. */

/** @type {AudioContext | null} */
let audio = null;

/** @param {'good' | 'bad'} sort */
export function play(sort) {
  if (!navigator.userActivation?.hasBeenActive) return;
  audio ??= new AudioContext();
  tone(audio, sort === 'good' ? 1_320 : 220, 0);
  if (sort === 'bad') tone(audio, 220, 0.16);
}

/** @param {AudioContext} context @param {number} hertz @param {number} after seconds */
function tone(context, hertz, after) {
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  volume.gain.value = 0.08;
  oscillator.frequency.value = hertz;
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(context.currentTime + after);
  oscillator.stop(context.currentTime + after + 0.08);
}
