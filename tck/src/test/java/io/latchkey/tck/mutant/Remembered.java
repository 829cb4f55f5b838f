package io.latchkey.tck.mutant;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a wrong provider has answered first, for each question. */
final class Remembered<K, V> {

  private final Map<K, V> first = new ConcurrentHashMap<>();

  /** What was answered first, be it this answer or an older one. */
  V first(K question, V answer) {
    V older = first.putIfAbsent(question, answer);
    return older == null ? answer : older;
  }
}
