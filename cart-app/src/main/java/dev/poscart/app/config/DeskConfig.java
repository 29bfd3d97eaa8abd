package dev.poscart.app.config;

/**
 * The configuration of the shop's own desk.
 *
 * @param requiresSignIn whether opening and closing a terminal need signed-in staff
 * @param allowsEarlierDate whether a terminal may be opened on a date before its last one
 * @param allowsOverdraft whether more cash may be taken out than should be in the drawer
 */
public record DeskConfig(
    boolean requiresSignIn, boolean allowsEarlierDate, boolean allowsOverdraft) {

  static DeskConfig read(VariableReader variables) {
    return new DeskConfig(
        variables.truth(Variable.REQUIRE_SIGN_IN),
        variables.truth(Variable.ALLOW_EARLIER_BUSINESS_DATE),
        variables.truth(Variable.ALLOW_CASH_OVERDRAFT));
  }
}
