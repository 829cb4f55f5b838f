/** The kit, tested: for each rule a provider that is wrong in exactly that way. */
package io.latchkey.tck.mutant;
