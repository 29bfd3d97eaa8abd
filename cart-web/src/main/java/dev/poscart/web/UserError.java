package dev.poscart.web;

import dev.poscart.domain.model.Refusal;

/** The error shown to the person at the till: a stable code, and a text in each language. */
record UserError(String code, String japanese, String english) {

  static final UserError TOO_MANY_FAILURES =
      new UserError("200004", "認証の失敗が多すぎます", "Too many failed attempts to authenticate");
  static final UserError EXTERNAL_SERVICE =
      new UserError("600001", "外部サービスに接続できません", "An external service is not available");
  static final UserError TIMED_OUT =
      new UserError("600002", "処理が時間内に完了しませんでした", "The request was not finished in time");
  static final UserError SHUTTING_DOWN =
      new UserError("600003", "サービスを停止しています", "The service is shutting down");
  static final UserError OVERLOADED =
      new UserError("600004", "サービスが混み合っています", "The service is overloaded");
  static final UserError UNREADABLE =
      new UserError("900998", "保存されたデータを読み取れません", "Stored data cannot be read");
  static final UserError UNEXPECTED =
      new UserError("900999", "予期しないエラーが発生しました", "Unexpected error occurred");

  static UserError of(Refusal refusal) {
    return new UserError(refusal.code(), refusal.japanese(), refusal.english());
  }

  String text(Language language) {
    return language == Language.ENGLISH ? english : japanese;
  }
}
