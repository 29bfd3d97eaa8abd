// @ts-check
/**
 * What `/ops/state` answers, and the state of the page.
 *
 * @typedef {{healthy: boolean, dispensable: boolean, response_time_ms: number | null,
 *   details: Record<string, any>, error: string | null}} Part
 *
 * @typedef {{method: string, route: string, status: number, count: number, p50_ms: number | null,
 *   p99_ms: number | null}} RequestRow
 *
 * @typedef {{at: string, level: string, request_id: string, source: string, message: string}} Warning
 *
 * @typedef {{at: string, part: 'channel' | 'breaker' | 'connection_left', to: string}} Change
 *
 * @typedef {{
 *   at: string,
 *   service: {version: string, java: string, started_at: string, database: string},
 *   process: {heap_used_bytes: number | null, heap_max_bytes: number, threads: number | null,
 *     open_files: number | null, max_files: number | null, cpu: number | null},
 *   parts: Record<string, Part>,
 *   item_master: {channel: string | null, breaker: string, changes: Change[]},
 *   recent: {seconds: number, requests: RequestRow[], lookup_outcomes: Record<string, number>,
 *     lookup_p50_ms: number | null, lookup_p99_ms: number | null,
 *     cache: {hits: number, misses: number, coalesced: number, stale: number}},
 *   carts: {open: number, parked: number, closing: number} | null,
 *   warnings: Warning[],
 *   samples: Columns
 * }} Answer
 *
 * Times in milliseconds since 1970 under `at`, and the figures at these times under their names.
 * @typedef {Record<string, (number | null)[]>} Columns
 *
 * @typedef {{key: string, sort: 'stop' | 'attention', since: number | null,
 *   values: Record<string, string | number>}} Concern
 *
 * @typedef {{language: 'ja' | 'en', locked: boolean, refused: boolean, awaySince: number | null,
 *   answer: Answer | null, history: Columns}} State
 */
export {};
