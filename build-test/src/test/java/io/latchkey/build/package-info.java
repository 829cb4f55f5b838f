/** What the build promises to people outside of it, tested from outside where that is possible. */
package io.latchkey.build;
