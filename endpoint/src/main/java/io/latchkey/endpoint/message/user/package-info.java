/** The messages of {@code zitadel.user.v2.UserService} on personal access tokens. */
@NullMarked
package io.latchkey.endpoint.message.user;

import org.jspecify.annotations.NullMarked;
