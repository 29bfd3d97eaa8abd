package dev.poscart.web;

import dev.poscart.domain.usecase.report.ReportCopies;
import dev.poscart.domain.usecase.report.ReportService;

/**
 * X and Z reports.
 *
 * @param ofTills what a store prints
 * @param copies what users of the tenant get
 */
public record ReportUseCases(ReportService ofTills, ReportCopies copies) {}
