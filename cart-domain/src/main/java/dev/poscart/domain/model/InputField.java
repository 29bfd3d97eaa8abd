package dev.poscart.domain.model;

/** The fields of a request, independent of their names in the API. */
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
  /** The amount of a tender. */
  AMOUNT,
  DISCOUNT_VALUE,
  /** When the terminal closed the sale. */
  TRANSACTION_TIME,
  LINE_NO,
  /** The cash in the drawer when a terminal is opened. */
  OPENING_FLOAT,
  /** The cash in the drawer when a terminal is closed. */
  COUNTED_CASH,
  /** The returned pieces of a return. */
  SELECTION,
  /** The tenders of a return of selected pieces. */
  TENDERS,
  /** Not sent by the terminal: the tenders of the cart together with those in the request. */
  TENDERS_OF_THE_CART
}
