/**
 * A real MariaDB, which the tests start, kill and start again, from artifacts of the build alone.
 * Also in the test jar, for the tests of hosts.
 */
package io.latchkey.hibernate.mariadb;
