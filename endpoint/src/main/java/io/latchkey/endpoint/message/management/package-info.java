/** The messages of {@code zitadel.management.v1.ManagementService} on personal access tokens. */
@NullMarked
package io.latchkey.endpoint.message.management;

import org.jspecify.annotations.NullMarked;
