package io.latchkey.ldap.token;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The events that were carried out here lately, so that nobody has to ask the server about them.
 *
 * <p>Thread-safe.
 */
final class AppliedEvents {

  private static final int CAPACITY = 4_096;

  private final Set<String> texts =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > CAPACITY;
                }
              }));

  void add(TokenEvent event) {
    texts.add(event.text());
  }

  boolean contains(TokenEvent event) {
    return texts.contains(event.text());
  }
}
