package org.zhiqiao.platform.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.Texts;

/** Shows, in the demonstration only, with which accounts it can be tried. */
@RestController
class DemoController {

	private final ObjectProvider<DemoAccounts> demo;

	private final Texts texts;

	DemoController(ObjectProvider<DemoAccounts> demo, Texts texts) {
		this.demo = demo;
		this.texts = texts;
	}

	@GetMapping("/api/demo/accounts")
	@PreAuthorize("permitAll()")
	List<DemoAccountView> accounts(HttpServletRequest request) {
		DemoAccounts known = this.demo.getIfAvailable();
		if (known == null) {
			throw new ProblemException(HttpStatus.NOT_FOUND, "no-such-address");
		}
		return known.all()
				.stream()
				.map(account -> new DemoAccountView(account.email(), account.password(), account.displayName(),
						account.roles().stream().sorted().toList(), account.city(),
						this.texts.text(Texts.language(request), "demo." + account.story())))
				.toList();
	}

	record DemoAccountView(String email, String password, String displayName, List<Role> roles, @Nullable String city,
			String story) {}

}
