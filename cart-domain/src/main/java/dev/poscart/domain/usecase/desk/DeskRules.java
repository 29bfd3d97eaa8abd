package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Money;

/**
 * The rules of the desk.
 *
 * @param calendar gives the business date of an opening
 * @param requiresSignIn whether opening and closing need signed-in staff
 * @param allowsEarlierDate whether a terminal may be opened on a date before its last one
 * @param allowsOverdraft whether more cash may be taken out than should be in the drawer
 * @param maxAmount yen per float, count or movement
 */
public record DeskRules(
    BusinessCalendar calendar,
    boolean requiresSignIn,
    boolean allowsEarlierDate,
    boolean allowsOverdraft,
    Money maxAmount) {}
