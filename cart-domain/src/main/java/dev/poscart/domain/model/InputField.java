package dev.poscart.domain.model;

/** A value in a request. The API has a name of its own for it. */
public enum InputField implements InputPlace.Step {
  TENANT,
  STORE,
  TERMINAL,
  TRANSACTION_TYPE,
  ITEM_CODE,
  /** The second code of a book, or the add-on of a magazine. */
  SUPPLEMENT,
  QUANTITY,
  UNIT_PRICE,
  /** Of a tender. */
  AMOUNT,
  DISCOUNT_VALUE,
  LINE_NO,
  /** The lines that come back in a return. */
  SELECTION,
  /** The tenders of a return of a selection. */
  TENDERS,
  /** Not sent as such: the tenders that the cart would hold together with those that are sent. */
  TENDERS_OF_THE_CART
}
