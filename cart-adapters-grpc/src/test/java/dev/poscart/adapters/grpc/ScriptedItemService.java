package dev.poscart.adapters.grpc;

import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import dev.poscart.proto.ItemDetailsRequest;
import dev.poscart.proto.ItemDetailsResponse;
import dev.poscart.proto.ItemServiceGrpc;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The item service of a test server: scripted answers, recorded requests. */
final class ScriptedItemService extends ItemServiceGrpc.ItemServiceImplBase {

  /** How a call is handled; by default the code is looked up. */
  interface Behaviour {
    void answer(ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller);
  }

  private final Map<String, ItemDetailResponse> items = new ConcurrentHashMap<>();
  private final Set<String> tenants = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger batchCalls = new AtomicInteger();
  private volatile Behaviour behaviour = this::lookUp;
  private volatile boolean batching;
  private volatile Optional<List<ItemDetailResponse>> batchAnswer = Optional.empty();

  int calls() {
    return calls.get();
  }

  int batchCalls() {
    return batchCalls.get();
  }

  Set<String> tenants() {
    return tenants;
  }

  void behave(Behaviour newBehaviour) {
    behaviour = newBehaviour;
  }

  void put(ItemDetailResponse item) {
    items.put(item.getItemCode(), item);
  }

  void offerBatches() {
    batching = true;
  }

  /** Supports batches and gives each this answer. */
  void answerBatches(ItemDetailResponse... always) {
    batchAnswer = Optional.of(List.of(always));
    batching = true;
  }

  void lookUp(ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
    ItemDetailResponse item = items.get(request.getItemCode());
    if (item == null) {
      caller.onError(Status.NOT_FOUND.asRuntimeException());
    } else {
      caller.onNext(item);
      caller.onCompleted();
    }
  }

  private ItemDetailsResponse lookUp(ItemDetailsRequest request) {
    ItemDetailsResponse.Builder answer = ItemDetailsResponse.newBuilder();
    for (String itemCode : request.getItemCodesList()) {
      ItemDetailResponse item = items.get(itemCode);
      if (item != null) {
        answer.addItems(item);
      }
    }
    return answer.build();
  }

  @Override
  public void getItemDetail(ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
    calls.incrementAndGet();
    tenants.add(request.getTenantId());
    behaviour.answer(request, caller);
  }

  @Override
  public void getItemDetails(
      ItemDetailsRequest request, StreamObserver<ItemDetailsResponse> caller) {
    batchCalls.incrementAndGet();
    if (batching) {
      caller.onNext(
          batchAnswer
              .map(always -> ItemDetailsResponse.newBuilder().addAllItems(always).build())
              .orElseGet(() -> lookUp(request)));
      caller.onCompleted();
    } else {
      super.getItemDetails(request, caller);
    }
  }
}
