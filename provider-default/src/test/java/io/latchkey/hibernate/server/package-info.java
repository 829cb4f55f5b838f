/**
 * What the tests on a database server share, whoever's it is: how it is guarded, what the providers
 * over it are made with, and what must hold when it is killed and when several nodes use it.
 */
package io.latchkey.hibernate.server;
