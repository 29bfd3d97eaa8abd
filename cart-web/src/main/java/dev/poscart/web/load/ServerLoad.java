package dev.poscart.web.load;

/**
 * The current load of the server.
 *
 * @param inFlight requests being processed
 * @param queued requests in the queue
 * @param connections open connections
 * @param refused requests answered with 503 because of overload, since the start
 * @param cut connections closed because they were too many or too slow, since the start
 */
public record ServerLoad(int inFlight, int queued, int connections, long refused, long cut) {}
