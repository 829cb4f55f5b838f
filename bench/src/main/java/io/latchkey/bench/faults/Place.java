package io.latchkey.bench.faults;

import io.latchkey.bench.faults.site.Site;

/** Starts a site, or finds the one that was started. */
@FunctionalInterface
interface Place {

  Site site() throws Exception;
}
