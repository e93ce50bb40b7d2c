package org.zhiqiao.platform.account;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.problem.NotSignedIn;

/** Tells services who is acting in this request. */
@Component
public class CurrentActor {

	CurrentActor() {}

	/**
	 * The actor of this request.
	 *
	 * @throws NotSignedIn if nobody is signed in
	 */
	public Actor required() {
		return get().orElseThrow(NotSignedIn::new);
	}

	public Optional<Actor> get() {
		Authentication known = SecurityContextHolder.getContext().getAuthentication();
		return known != null && known.getPrincipal() instanceof Actor actor ? Optional.of(actor) : Optional.empty();
	}

}
