package org.zhiqiao.platform.account;

import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.problem.TooManyAttempts;

/** Slows down guessing of the links by which people without an account open what is theirs. */
@Component
public class Guesses {

	private static final String WHAT = "link";

	private final Attempts attempts;

	private final AccountSettings settings;

	Guesses(Attempts attempts, AccountSettings settings) {
		this.attempts = attempts;
		this.settings = settings;
	}

	/**
	 * Looks something up by what its link carries. Each look is counted for the network address before it is made, and given
	 * back if there was something.
	 *
	 * @param look throws if there is nothing
	 * @throws TooManyAttempts while the address has to wait
	 */
	public <T> T counted(HttpServletRequest request, Supplier<T> look) {
		String address = SignInService.network(request.getRemoteAddr());
		this.attempts.take(WHAT, address, this.settings.perAddress());
		T found = look.get();
		this.attempts.giveBack(WHAT, address);
		return found;
	}

}
