/**
 * What a tenant's settings say about receipts: the range of receipt numbers, header and footer
 * lines, the invoice registration number. Settings are text; nothing but reading that text belongs
 * here. Start reading with {@link dev.poscart.domain.usecase.settings.ReceiptSettingsReader}.
 */
package dev.poscart.domain.usecase.settings;
