// @ts-check
/** How the actions beside the sale change the state: parked carts, the journal, the day. */

/** @typedef {import('./types.js').State} State */

/** @param {State} state @param {import('./state.js').Action} action @returns {State} */
export function office(state, action) {
  switch (action.type) {
    case 'parked':
      return { ...state, parked: action.carts };
    case 'journal':
      return { ...state, journal: action.transactions };
    case 'transaction':
      return { ...state, transaction: action.transaction, returning: null };
    case 'returning':
      return { ...state, returning: action.returning };
    case 'returning/pieces':
      return withPieces(state, action.lineNo, action.pieces);
    case 'returning/quoted':
      return state.returning
        ? { ...state, returning: { ...state.returning, amount: action.amount, left: action.left } }
        : state;
    case 'returning/method':
      return state.returning
        ? { ...state, returning: { ...state.returning, method: action.code } }
        : state;
    case 'explained':
      return { ...state, explanation: action.explanation, view: 'explain' };
    case 'slip':
      return { ...state, slip: action.slip };
    case 'counted':
      return { ...state, counted: { ...state.counted, [action.value]: action.pieces } };
    case 'counted/none':
      return { ...state, counted: {} };
    default:
      return state;
  }
}

/** @param {State} state @param {number} lineNo @param {number} pieces @returns {State} */
function withPieces(state, lineNo, pieces) {
  if (!state.returning) return state;
  const most = state.returning.left[lineNo] ?? 0;
  const returned = { ...state.returning.returned, [lineNo]: Math.min(Math.max(pieces, 0), most) };
  return { ...state, returning: { ...state.returning, returned, amount: null } };
}

/** The lines and pieces of a return as the API takes them. @param {import('./types.js').Returning} returning */
export const selection = (returning) =>
  Object.entries(returning.returned)
    .filter(([, pieces]) => pieces > 0)
    .map(([lineNo, quantity]) => ({ lineNo: Number(lineNo), quantity }));

/** Notes and coins, in yen. */
export const DENOMINATIONS = [10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10, 5, 1];

/** The sum of what was counted, in whole yen. @param {Record<number, number>} counted */
export const countedSum = (counted) =>
  DENOMINATIONS.reduce((sum, value) => sum + value * (counted[value] ?? 0), 0);
