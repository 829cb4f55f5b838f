package com.example.latchkey.cassandra;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import java.util.function.Function;

/** A statement to be: made from what is prepared in the session that it will be sent in. */
interface Query extends Function<Statements, BoundStatement> {}
