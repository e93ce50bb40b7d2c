package org.zhiqiao.platform.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotSignedIn;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemResponses;

/** How Spring Security stands in front of everything; where there is a web server. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurityConfiguration {

	/** No script but our own files, no frame, no plug-in; element styles by script are let through. */
	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
			+ "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
			+ "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	/** The page to try the interface brings styles within its script. */
	private static final String POLICY_OF_TRY_PAGE = POLICY.replace("style-src 'self';",
			"style-src 'self' 'unsafe-inline';");

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	SecurityFilterChain tryPage(HttpSecurity http) {
		return policy(http, POLICY_OF_TRY_PAGE).securityMatcher("/swagger-ui/**", "/swagger-ui.html")
				.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
				.build();
	}

	@Bean
	SecurityFilterChain platform(HttpSecurity http, SessionContexts contexts, AccessTokens tokens,
			ProblemResponses problems, CookieCsrfTokenRepository forgery) {
		return policy(http, POLICY)
				.securityContext(context -> context.securityContextRepository(contexts))
				.csrf(csrf -> csrf.spa()
						.csrfTokenRepository(forgery)
						.ignoringRequestMatchers(AccessTokens::carriesToken)
						// Mail programs press this button (RFC 8058), with a token of its own and nothing else.
						.ignoringRequestMatchers("/api/newsletters/stop/*"))
				.requestCache(cache -> cache.disable())
				.logout(logout -> logout.disable())
				.addFilterBefore(byToken(tokens, problems), CsrfFilter.class)
				.authorizeHttpRequests(requests -> requests
						.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
						.permitAll()
						.requestMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
						.permitAll()
						.requestMatchers("/actuator", "/actuator/**")
						.hasRole("ADMINISTRATOR")
						// Roles stand at each handler, see RightsBeforeReading; here only what a token may.
						.requestMatchers("/api/**")
						.access((known, context) -> AccessTokens.decide(known.get(), request(context)))
						.anyRequest()
						.permitAll())
				.exceptionHandling(refusals -> refusals
						.authenticationEntryPoint(
								(request, response, _) -> problems.write(new NotSignedIn(), request, response))
						.accessDeniedHandler((request, response, denied) -> problems
								.write(new NotAllowed(reason(denied, request)), request, response)))
				.build();
	}

	private static HttpServletRequest request(RequestAuthorizationContext context) {
		return context.getRequest();
	}

	private static String reason(Exception denied, HttpServletRequest request) {
		if (denied instanceof CsrfException) {
			return "csrf";
		}
		return AccessTokens.carriesToken(request) ? "scope" : "role";
	}

	private static HttpSecurity policy(HttpSecurity http, String contentPolicy) {
		return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
				.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(permissions -> permissions
						.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
				.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)));
	}

	private static AuthenticationFilter byToken(AccessTokens tokens, ProblemResponses problems) {
		var filter = new AuthenticationFilter((AuthenticationManager) tokens, tokens);
		// For this request only: a token makes no session.
		filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
		filter.setSuccessHandler((_, _, _) -> {});
		filter.setFailureHandler((request, response, _) -> problems
				.write(new ProblemException(HttpStatus.UNAUTHORIZED, "wrong-token"), request, response));
		return filter;
	}

}
