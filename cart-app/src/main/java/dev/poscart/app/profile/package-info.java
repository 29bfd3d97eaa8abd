/**
 * Store profiles: JSON files that describe tenants, stores and their reference data. This package
 * reads and validates a whole profile and passes it on as the domain's reference data and as the
 * catalogue of the embedded item master.
 */
package dev.poscart.app.profile;
