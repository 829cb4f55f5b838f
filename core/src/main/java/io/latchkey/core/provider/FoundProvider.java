package io.latchkey.core.provider;

import java.util.Optional;

/**
 * A provider that was found, and whether it is the one that is taken.
 *
 * @param type the interface, such as {@code TokenStore}
 * @param part what it is in a host: {@code store}, {@code directory} or {@code permissions}, as
 *     {@link Providers#check()} calls it
 * @param id the id by which configuration chooses it
 * @param jar the jar or folder of its own; absent on the class path or module path of the host
 * @param version the release that the manifest of its jar states; absent if it states none
 * @param whyNot why it is not taken, in a few words; absent if it is the one that is taken
 */
public record FoundProvider(
    String type,
    String part,
    String id,
    Optional<String> jar,
    Optional<String> version,
    Optional<String> whyNot) {}
