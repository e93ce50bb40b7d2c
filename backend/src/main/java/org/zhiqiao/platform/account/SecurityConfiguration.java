package org.zhiqiao.platform.account;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How passwords are checked, sessions begun and rights asked. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

	private static final int SALT_BYTES = 16;

	private static final int HASH_BYTES = 32;

	@Bean
	CookieCsrfTokenRepository forgeryTokens(
			@Value("${server.servlet.session.cookie.secure:true}") boolean secure) {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieCustomizer(cookie -> cookie.secure(secure).sameSite("Lax"));
		tokens.setCookiePath("/");
		return tokens;
	}

	/** At each sign-in the session gets a new number and the forgery token is renewed. */
	@Bean
	SessionAuthenticationStrategy sessionStrategy(CookieCsrfTokenRepository forgery) {
		return new CompositeSessionAuthenticationStrategy(java.util.List
				.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(forgery)));
	}

	@Bean
	PasswordEncoder passwordEncoder(AccountSettings settings) {
		// The library's own defaults, but for the memory.
		var argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1,
				(int) settings.passwordMemory().toKilobytes(), 2);
		return new DelegatingPasswordEncoder("argon2id",
				Map.of("argon2id", argon2, "bcrypt", new BCryptPasswordEncoder()));
	}

	@Bean
	AuthenticationManager passwords(StoredCredentials stored, PasswordEncoder encoder) {
		var provider = new DaoAuthenticationProvider(stored);
		provider.setPasswordEncoder(encoder);
		provider.setUserDetailsPasswordService(stored);
		// The lock is looked at after the password: a wrong password never tells of a locked account.
		provider.setPreAuthenticationChecks(_ -> {});
		provider.setPostAuthenticationChecks(user -> {
			if (!user.isAccountNonLocked()) {
				throw new LockedException("Locked");
			}
		});
		return new ProviderManager(provider);
	}

	@Bean
	WebMvcConfigurer askRightsFirst(RightsBeforeReading rights) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(rights).order(Ordered.HIGHEST_PRECEDENCE);
			}
		};
	}

}
