/**
 * The numbered rules of the kit: how a contract test says which rule it checks, and how a broken
 * rule is told to the implementer. Their texts are in {@code docs/rules.md}, which the jar carries.
 * Called by the contracts of {@code io.latchkey.tck}.
 */
@NullMarked
package io.latchkey.tck.rule;

import org.jspecify.annotations.NullMarked;
