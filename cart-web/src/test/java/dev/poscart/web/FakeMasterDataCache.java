package dev.poscart.web;

import dev.poscart.domain.usecase.access.CachedMasterData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was cleared. */
final class FakeMasterDataCache implements CachedMasterData {

  final List<String> cleared = new CopyOnWriteArrayList<>();

  @Override
  public long clear(Kind kind, String tenantId, Optional<String> storeCode) {
    cleared.add(kind + " " + tenantId + " " + storeCode.orElse("all"));
    return cleared.size();
  }
}
