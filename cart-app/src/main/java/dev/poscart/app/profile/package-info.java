/**
 * Store profiles: JSON files that describe tenants, stores and their reference data. Read and
 * checked here as a whole, then handed on as the domain's reference data and as the catalogue of
 * the embedded item master.
 */
package dev.poscart.app.profile;
