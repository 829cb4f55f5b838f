package io.latchkey.ldap.directory;

import com.unboundid.asn1.ASN1OctetString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** How the text of an id stands for what a directory holds. Each id has one text. */
enum IdForm {

  /** The text itself. */
  TEXT(".*"),

  /** A UUID as RFC 4530 writes it, in lower case as OpenLDAP does. */
  ENTRY_UUID("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),

  /** As 389 Directory Server writes it. */
  NS_UNIQUE_ID("[0-9a-f]{8}(-[0-9a-f]{8}){3}"),

  /**
   * A GUID as Active Directory shows it: 16 octets, the first three fields of them little-endian
   * ([MS-DTYP] 2.3.4).
   */
  GUID("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") {
    @Override
    ASN1OctetString octets(String id) {
      UUID uuid = UUID.fromString(id);
      long high = uuid.getMostSignificantBits();
      return new ASN1OctetString(
          ByteBuffer.allocate(16)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt((int) (high >>> 32))
              .putShort((short) (high >>> 16))
              .putShort((short) high)
              .order(ByteOrder.BIG_ENDIAN)
              .putLong(uuid.getLeastSignificantBits())
              .array());
    }
  };

  private final Pattern pattern;

  IdForm(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
  }

  /** Whether it is the one text of an id. */
  boolean matches(String id) {
    return this == TEXT || pattern.matcher(id).matches();
  }

  /** What the directory holds; the text must be one of an id. */
  ASN1OctetString octets(String id) {
    return new ASN1OctetString(id.getBytes(StandardCharsets.UTF_8));
  }
}
