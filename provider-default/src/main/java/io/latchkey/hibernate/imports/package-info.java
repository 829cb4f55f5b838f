/**
 * The file that a directory is filled from: its form, and what is wrong with one, with line and
 * column. Reads and checks only; {@code io.latchkey.hibernate.directory} applies it.
 */
@NullMarked
package io.latchkey.hibernate.imports;

import org.jspecify.annotations.NullMarked;
