/**
 * A Latchkey token store on Apache Cassandra. A host finds {@link
 * com.example.latchkey.cassandra.CassandraTokenStoreFactory} by {@link java.util.ServiceLoader};
 * the data model and its reasons are in the README.
 */
@NullMarked
package com.example.latchkey.cassandra;

import org.jspecify.annotations.NullMarked;
