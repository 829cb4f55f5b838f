/** Keeps the tokens of Latchkey. Found by the host under the id {@code ${providerId}}. */
package ${package};
