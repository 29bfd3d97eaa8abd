/**
 * X and Z reports of a till and of a store, computed from the log at each request. Nothing here
 * writes to the log. Start reading with {@link dev.poscart.domain.usecase.report.ReportService}.
 */
package dev.poscart.domain.usecase.report;
