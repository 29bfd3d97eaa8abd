package dev.poscart.web;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.poscart.domain.model.ReportKind;
import dev.poscart.domain.report.GoodsFigure;
import dev.poscart.domain.report.SoldGoods;
import dev.poscart.domain.report.SoldGoods.Sold;
import dev.poscart.domain.report.SoldGoods.SoldCategory;
import dev.poscart.domain.report.SoldGoods.SoldItem;
import dev.poscart.domain.usecase.report.StoreReport;
import java.io.IOException;

/** Renders a category report, or an item report, which lists the items of each category. */
record GoodsReportJson(ReportQuery query, StoreReport report) implements JsonValueWriter {

  @Override
  public void write(JsonGenerator out) throws IOException {
    out.writeStartObject();
    ReportHeadJson.write(out, query, report);
    JsonText.list(out, "categories", report.goods().categories(), this::category);
    figures(out, "total", report.goods().total());
    ReportHeadJson.texts(out, report);
    out.writeEndObject();
  }

  private void category(JsonGenerator out, SoldCategory category) throws IOException {
    out.writeStartObject();
    out.writeStringField("categoryCode", category.categoryCode());
    out.writeStringField("categoryName", report.categoryName(category.categoryCode()));
    if (query.request().kind() == ReportKind.ITEM) {
      SoldGoods goods = report.goods();
      JsonText.list(out, "items", goods.itemsOf(category.categoryCode()), GoodsReportJson::item);
      figures(out, "categoryTotal", category.sold());
    } else {
      figures(out, "", category.sold());
    }
    out.writeEndObject();
  }

  private static void item(JsonGenerator out, SoldItem item) throws IOException {
    out.writeStartObject();
    out.writeStringField("itemCode", item.itemCode());
    out.writeStringField("itemName", item.name());
    figures(out, "", item.sold());
    out.writeEndObject();
  }

  /** Six fields, whose names start with the given word if it is not empty. */
  private static void figures(JsonGenerator out, String of, Sold sold) throws IOException {
    GoodsFigure figure = sold.figure();
    JsonText.money(out, name(of, "GrossAmount"), figure.gross());
    JsonText.money(out, name(of, "DiscountAmount"), figure.discount());
    JsonText.money(out, name(of, "NetAmount"), figure.net());
    out.writeNumberField(name(of, "Quantity"), figure.quantity());
    out.writeNumberField(name(of, "DiscountQuantity"), figure.discountQuantity());
    out.writeNumberField(name(of, "TransactionCount"), sold.transactions());
  }

  private static String name(String of, String figure) {
    return of.isEmpty()
        ? Character.toLowerCase(figure.charAt(0)) + figure.substring(1)
        : of + figure;
  }
}
