package dev.poscart.web.load;

/**
 * How busy the server is.
 *
 * @param inFlight requests worked on now
 * @param queued requests that wait for a place now
 * @param connections open now
 * @param refused requests answered 503 since the start, because there was no place for them
 * @param cut connections closed since the start, because there were too many or they were too slow
 */
public record ServerLoad(int inFlight, int queued, int connections, long refused, long cut) {}
