package dev.poscart.domain.model;

/**
 * The refusals of the till. Codes and texts are part of kugelpos's contract; two refusals may share
 * a code if terminals distinguish them only by the status of the response.
 */
public enum Refusal {
  CART_NOT_CREATED("401001", "カートの作成に失敗しました", "Cart creation failed"),
  CART_NOT_FOUND("401002", "カートが見つかりません", "Cart not found"),
  /** What a carried cart's snapshot says is not what was signed. */
  SNAPSHOT_ALTERED("401501", "スナップショットの署名が一致しません", "Snapshot signature mismatch"),
  SNAPSHOT_MALFORMED("401502", "スナップショットの形式が不正です", "Invalid snapshot envelope"),
  SNAPSHOT_KEY_UNKNOWN(
      "401503", "スナップショットの署名鍵が不明または期限切れです", "Unknown or expired snapshot signing key"),
  SNAPSHOT_VERSION_UNKNOWN("401504", "スナップショットのバージョンが未対応です", "Unsupported snapshot schema version"),
  SNAPSHOT_OF_OTHER_STORE(
      "401505", "スナップショットのテナントまたは店舗が一致しません", "Snapshot tenant or store scope mismatch"),
  SNAPSHOT_OF_CLOSED_CART(
      "401506", "確定済み取引のスナップショットは復元できません", "Cannot restore a snapshot of a finalized transaction"),
  /** The change may be repeated: nothing was stored. */
  SNAPSHOT_NOT_ISSUED("401507", "スナップショットの生成に失敗しました", "Snapshot generation failed"),
  /** A request that may bring a cart is too large, or packed in a way that is not understood. */
  BODY_NOT_TAKEN("401509", "リクエストボディが大きすぎます", "Request body too large"),
  /** Carts are only carried here, and the request brings none. */
  SNAPSHOT_REQUIRED(
      "401508", "このリクエストにはスナップショットの同梱が必要です", "This request requires a carried snapshot"),
  /** The cart is closed in another way, or another sale has the terminal's number. */
  CLOSED_OTHERWISE(
      "401511",
      "このカートは別の取引として既に確定済みです",
      "This cart was already finalized as a different transaction"),
  SNAPSHOT_OF_OTHER_CART(
      "401512",
      "スナップショットのカートIDがURLのカートIDと一致しません",
      "Carried snapshot addresses a different cart than the URL"),
  /** Several sessions of the terminal have a transaction with the number. */
  NUMBER_AMBIGUOUS(
      "401513",
      "取引番号が複数の営業回数に該当します。営業回数を指定してください",
      "The transaction number matches more than one session"),
  /** A void of a transaction of another session. */
  VOID_OUT_OF_SESSION(
      "401514",
      "取消は当日かつ現在の営業回数の取引のみ可能です。過去の取引は返品で処理してください",
      "Void is limited to the current business date and open session"),
  SNAPSHOT_OF_STORED_CART(
      "401515", "このカートは別の経路で開始されています", "This cart was opened for the other request path"),
  SNAPSHOT_TOO_LARGE("401516", "カートの内容が多すぎます", "The cart would become too large to be carried"),
  ITEM_NOT_FOUND("402001", "対象商品が見つかりません", "Item not found"),
  DISCOUNT_EXCEEDS_LINE("402002", "値引金額が商品金額より多いです", "Amount is less than discount"),
  DISCOUNT_EXCEEDS_BALANCE("402003", "値引金額が残高より多いです", "Balance is less than discount"),
  DISCOUNT_NOT_ALLOCATED("402004", "値引の按分処理に失敗しました", "Discount allocation error"),
  DISCOUNT_RESTRICTED("402005", "値引禁止商品です", "Discount restriction"),
  BALANCE_ZERO("403001", "残高はすでに０です", "Balance is already zero"),
  BALANCE_LEFT("403002", "残高が残っています", "Balance is greater than zero"),
  BALANCE_NEGATIVE("403003", "残高がマイナスです", "Balance is minus"),
  TENDER_EXCEEDS_BALANCE("403004", "預かり金額が残高より多いです", "Deposit amount is more than balance"),
  ALREADY_VOIDED("403005", "この取引は既に取消済みです", "This transaction has already been voided"),
  ALREADY_REFUNDED("403006", "この取引は既に返品済みです", "This transaction has already been refunded"),
  PAYMENT_METHOD_INACTIVE("403007", "この支払方法は使用できません", "This payment method is not active"),
  TENDER_OVER_LIMIT("403008", "支払方法の上限金額を超えています", "Amount is over the payment method's limit"),
  REFUND_NOT_ALLOWED("403009", "この支払方法には返金できません", "This payment method takes no refunds"),
  REFUND_EXCEEDS_PAYMENT(
      "403010", "返金額がこの支払方法の支払額より多いです", "Refund is more than was paid with this payment method"),
  CASH_NOT_WHOLE("403011", "現金は1円単位で入力してください", "Cash is taken in whole yen"),
  TERMINAL_NOT_OPENED("404001", "端末の状態を確認してください", "Check terminal status"),
  STAFF_NOT_SIGNED_IN("404002", "担当者の登録状況を確認してください", "Check sign-in/out status"),
  EVENT_NOT_FOUND("404004", "内部処理エラーが発生しました", "Internal processing error occurred"),
  REPORT_TYPE_UNKNOWN("412001", "レポートが見つかりません", "Report not found"),
  REPORT_FAILED("412003", "レポートの生成に失敗しました", "Report generation failed"),
  REPORT_PERIOD_WRONG("412006", "レポート日付に問題があります", "Invalid report date"),
  REPORT_NOT_CLOSED(
      "412101", "端末がクローズされていないため、レポートを生成できません", "Cannot report because a terminal is not closed"),
  /** No business date, or half a range. */
  REPORT_PERIOD_MISSING("100000", "一般エラーが発生しました", "General error occurred"),
  /** The terminal is opened, closed or in use in a way that does not allow it. */
  DESK_STATUS("406003", "端末の状態を確認してください", "Terminal status error occurred"),
  STAFF_UNKNOWN("406004", "担当者の登録状況を確認してください", "Sign in/out error occurred"),
  PIN_WRONG("406006", "認証情報が無効です", "Invalid credentials"),
  /** The desk wants to know who moves cash. */
  DESK_WITHOUT_STAFF("406013", "端末にサインインしていません", "Terminal is not signed in"),
  ALREADY_SIGNED_IN("406014", "すでにサインインしています", "Already signed in"),
  CASH_EXCEEDS_DRAWER("406102", "入力金額が不正です", "More than the cash in the drawer"),
  STORE_NOT_FOUND("407101", "店舗が見つかりません", "Store not found"),
  BUSINESS_DATE_EARLIER("407106", "営業日の設定に問題があります", "Business date error"),
  TENANT_MISMATCH("100000", "一般エラーが発生しました", "General error occurred"),
  NOT_FOUND("100001", "対象データが見つかりませんでした", "Resource not found"),
  NOT_AUTHENTICATED("200001", "認証に失敗しました", "Authentication failed"),
  NOT_PERMITTED("200002", "権限がありません", "Permission denied"),
  /** The request is malformed: wrong type, missing field, value out of bounds. */
  INVALID_INPUT("300001", "入力データが無効です", "Invalid input data"),
  /** The request is well-formed, but its values contradict the sale. */
  INVALID_VALUE("300001", "入力データが無効です", "Invalid input data"),
  INVALID_OPERATION("300004", "操作が無効です", "Invalid operation"),
  /** The cart kept changing during the request; nothing was applied. */
  CONFLICT("300004", "操作が無効です", "Invalid operation"),
  /** The cart has a different version from the one that the caller named. */
  VERSION_MISMATCH("300005", "カートは他の操作で変更されています", "The cart has been changed meanwhile"),
  /** The cart that the request brings is older than, or differs from, the one seen last. */
  SNAPSHOT_OUTDATED(
      "300008", "このカートにはより新しいスナップショットがあります", "A newer snapshot of this cart has been issued"),
  /** The terminal used the key for a different request before. */
  KEY_REUSED("300006", "同じキーで別の操作が送信されました", "The key was used for another request"),
  /** The terminal repeated a request that may still be in progress. */
  REQUEST_IN_PROGRESS("300007", "同じ操作を処理中です", "The same request is still being processed"),
  PAYMENT_METHOD_UNKNOWN("900001", "システムエラーが発生しました", "System error occurred");

  private final String code;
  private final String japanese;
  private final String english;

  Refusal(String code, String japanese, String english) {
    this.code = code;
    this.japanese = japanese;
    this.english = english;
  }

  /** Six digits; stable, since terminals depend on it. */
  public String code() {
    return code;
  }

  public String japanese() {
    return japanese;
  }

  public String english() {
    return english;
  }
}
