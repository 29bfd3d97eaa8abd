package dev.poscart.domain.sale;

import dev.poscart.domain.model.PaymentMethod;
import java.util.EnumSet;
import java.util.Set;

/** How the flags of a payment method can change what its kind alone allows. */
public enum FlagEffect {
  /** Sales cannot be paid with it. */
  NOT_ACCEPTED,
  /** The amount of one tender is limited. */
  LIMITED,
  /** The part of a tender that exceeds the balance due is treated differently. */
  OVER_TENDER,
  /** Returns cannot be refunded with it. */
  NOT_REFUNDABLE;

  /** What {@link TenderRules#FLAGS} allows otherwise than {@link TenderRules#KIND}. */
  public static Set<FlagEffect> of(PaymentMethod method) {
    TenderBehaviour byKind = TenderRules.KIND.behaviourOf(method);
    TenderBehaviour byFlags = TenderRules.FLAGS.behaviourOf(method);
    Set<FlagEffect> effects = EnumSet.noneOf(FlagEffect.class);
    if (byFlags.accepted() != byKind.accepted()) {
      effects.add(NOT_ACCEPTED);
    }
    if (!byFlags.limit().equals(byKind.limit())) {
      effects.add(LIMITED);
    }
    if (byFlags.overTender() != byKind.overTender()) {
      effects.add(OVER_TENDER);
    }
    if (byFlags.refundable() != byKind.refundable()) {
      effects.add(NOT_REFUNDABLE);
    }
    return effects;
  }
}
