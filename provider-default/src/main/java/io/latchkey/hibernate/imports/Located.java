package io.latchkey.hibernate.imports;

/**
 * A value, and where it stands.
 *
 * @param value the value
 * @param at where it starts
 * @param <T> the type of the value
 */
public record Located<T>(T value, Position at) {}
