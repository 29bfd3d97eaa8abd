package dev.poscart.app.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A token made with the JDK alone, like the terminal service's or altered. */
public record TestToken(Map<String, Object> claims) {

  private static final JsonMapper MAPPER = new JsonMapper();

  public TestToken {
    claims = new LinkedHashMap<>(claims);
  }

  /** A token of an opened terminal with staff, issued at that time and valid for a day. */
  public static TestToken terminal(int terminalNo, Instant issuedAt) {
    return new TestToken(Map.of())
        .with("sub", "terminal:A1234-5678-" + terminalNo)
        .with("iss", "terminal-service")
        .with("iat", issuedAt.getEpochSecond())
        .with("exp", issuedAt.getEpochSecond() + 86_400)
        .with("token_type", "terminal")
        .with("tenant_id", "A1234")
        .with("store_code", "5678")
        .with("terminal_no", terminalNo)
        .with("terminal_id", "A1234-5678-" + terminalNo)
        .with("status", "Opened")
        .with("business_date", "20251123")
        .with("open_counter", 3)
        .with("business_counter", 7)
        .with("staff_id", "S001")
        .with("staff_name", "スタッフ太郎");
  }

  /** A user's token. */
  public static TestToken user(Instant issuedAt) {
    return new TestToken(Map.of())
        .with("sub", "admin")
        .with("tenant_id", "A1234")
        .with("is_superuser", true)
        .with("exp", issuedAt.getEpochSecond() + 3_600);
  }

  public TestToken with(String claim, Object value) {
    TestToken other = new TestToken(claims);
    other.claims.put(claim, value);
    return other;
  }

  public TestToken without(String claim) {
    TestToken other = new TestToken(claims);
    other.claims.remove(claim);
    return other;
  }

  public String signed(String secret) {
    return signed("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "HmacSHA256", secret);
  }

  /** The token with another header. */
  public String signed(String header, String mac, String secret) {
    String content = encoded(header) + "." + encoded(json());
    try {
      Mac hmac = Mac.getInstance(mac);
      hmac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), mac));
      byte[] signature = hmac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The token with another header and without a signature. */
  public String unsigned(String header) {
    return encoded(header) + "." + encoded(json()) + ".";
  }

  private String json() {
    try {
      return MAPPER.writeValueAsString(claims);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
